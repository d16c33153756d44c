using Vts.Infrastructure.Tests.Synthesis;

[assembly: AssemblyFixture(typeof(Variants))]
