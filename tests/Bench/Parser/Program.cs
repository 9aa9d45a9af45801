using BenchmarkDotNet.Running;
using Dockstage.Bench.Parser;

BenchmarkSwitcher.FromAssembly(typeof(ParserBenchmarks).Assembly).Run(args);
