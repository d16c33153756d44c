using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Vts.Infrastructure.Configuration;

namespace Vts.Infrastructure.Watching;

/// <summary>What is measured, by whom, and under which name.</summary>
internal sealed class ServiceMetrics(Settings settings)
{
    /// <summary>The operations that the service asks of its table.</summary>
    public static IReadOnlyList<string> TableOperations { get; } = ["GetItem", "Query", "PutItem", "DeleteItem", "TransactWriteItems"];

    /// <summary>What the gateway measures of the stage: <c>Count</c>, <c>4XXError</c>, <c>5XXError</c>, <c>Latency</c>.</summary>
    public Metric Gateway(string name, string statistic, int minutes = 5, string? label = null) =>
        Metric("AWS/ApiGateway", name, statistic, minutes, label, ("ApiName", settings.Name), ("Stage", settings.Stage));

    /// <summary>What Lambda measures of a function, by all versions together.</summary>
    public Metric Function(string function, string name, string statistic, int minutes = 5, string? label = null) =>
        Metric("AWS/Lambda", name, statistic, minutes, label, ("FunctionName", $"{settings.Name}-{function}"));

    /// <summary>What the functions measure themselves, all together.</summary>
    public Metric Service(string name, string statistic = "Sum", int minutes = 5, string? label = null) =>
        Metric("VTS", name, statistic, minutes, label, ("stage", settings.Stage));

    /// <summary>What one function measures itself.</summary>
    public Metric ServiceOf(string function, string name, string statistic = "Sum", int minutes = 5, string? label = null) =>
        Metric("VTS", name, statistic, minutes, label, ("stage", settings.Stage), ("function", $"{settings.Name}-{function}"));

    /// <summary>What DynamoDB measures of the table.</summary>
    public Metric Table(string name, int minutes = 5) => Metric("AWS/DynamoDB", name, "Sum", minutes, label: null, ("TableName", settings.Name));

    /// <summary>What DynamoDB measures of one operation on the table.</summary>
    public Metric TableOperation(string operation, string name, int minutes = 5) =>
        Metric("AWS/DynamoDB", name, "Sum", minutes, operation, ("TableName", settings.Name), ("Operation", operation));

    /// <summary>A sum in which a metric that has nothing to tell counts as 0.</summary>
    public static MathExpression Sum(string label, int minutes, params (string Name, IMetric Metric)[] parts) => Expression(
        string.Join(" + ", parts.Select(part => $"FILL({part.Name}, 0)")), label, minutes, parts);

    /// <summary>A calculation over metrics.</summary>
    public static MathExpression Expression(string expression, string label, int minutes, params (string Name, IMetric Metric)[] parts) => new(
        new MathExpressionProps
        {
            Expression = expression,
            Label = label,
            Period = Duration.Minutes(minutes),
            UsingMetrics = parts.ToDictionary(part => part.Name, part => part.Metric, StringComparer.Ordinal),
        });

    private static Metric Metric(
        string source, string name, string statistic, int minutes, string? label, params (string Name, string Value)[] dimensions) => new(new MetricProps
        {
            Namespace = source,
            MetricName = name,
            Statistic = statistic,
            Period = Duration.Minutes(minutes),
            Label = label,
            DimensionsMap = dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Value, StringComparer.Ordinal),
        });
}
