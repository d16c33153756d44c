[assembly: AssemblyFixture(typeof(Vts.Aws.Tests.DynamoDb.TableFixture))]
