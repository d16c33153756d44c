using System.Text.Json;
using System.Text.Json.Serialization;
using Extend.Json.Lenient;
using Extend.Sessions;
using Extend.Transactions;
using Extend.VirtualCards;

namespace Extend.Json;

/// <summary>How Extend's JSON is read and written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata, RespectNullableAnnotations = true, NumberHandling = JsonNumberHandling.Strict, AllowDuplicateProperties = false, Converters = [typeof(TimestampConverter)])]
[JsonSerializable(typeof(VirtualCardPage))]
[JsonSerializable(typeof(VirtualCardAnswer))]
[JsonSerializable(typeof(CardTransactionsAnswer))]
[JsonSerializable(typeof(ReportAnswer))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(DeclineReason))]
[JsonSerializable(typeof(NamedObject))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(RenewRequest))]
internal sealed partial class ExtendJson : JsonSerializerContext;
