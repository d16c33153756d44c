using System.Text.Json;
using System.Text.Json.Serialization;
using Vts.Callers;
using Vts.Cards;
using Vts.Transactions;
using Vts.Transactions.Summary;

namespace Vts.Server.Contract;

/// <summary>The shapes of the answers, for the generator of the contract alone: answers are written by the tables of their members.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Card[]))]
[JsonSerializable(typeof(Transaction[]))]
[JsonSerializable(typeof(SummaryRow[]))]
[JsonSerializable(typeof(CallerRights))]
internal sealed partial class ContractJson : JsonSerializerContext;
