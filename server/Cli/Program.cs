using Dockstage.Cli;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
