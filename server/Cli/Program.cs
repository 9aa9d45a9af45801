using System.Text;
using Dockstage.Cli;

// Names in Dockerfiles and messages have any letters, but the console of Windows has its own code page.
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Terminal.Output(), Console.Error, Terminal.IsColoured()).ConfigureAwait(false);
