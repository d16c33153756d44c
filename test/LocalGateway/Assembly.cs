using System.Runtime.Versioning;
using Vts.LocalGateway.Tests;

[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(DynamoDb))]
