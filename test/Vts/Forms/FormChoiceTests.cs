using CsCheck;
using Microsoft.Extensions.Primitives;
using Vts.Forms;

namespace Vts.Tests.Forms;

public sealed class FormChoiceTests
{
    [Theory]
    [InlineData("", Form.Json)]
    [InlineData("*/*", Form.Json)]
    [InlineData("application/*", Form.Json)]
    [InlineData("application/json", Form.Json)]
    [InlineData("APPLICATION/JSON", Form.Json)]
    [InlineData("not a media type", Form.Json)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Form.Json)]
    [InlineData("application/x-ndjson", Form.NdJson)]
    [InlineData("application/ndjson", Form.NdJson)]
    [InlineData("text/csv", Form.Csv)]
    [InlineData("text/csv; header=present; charset=utf-8", Form.Csv)]
    [InlineData("text/*", Form.Csv)]
    [InlineData("text/csv, application/json", Form.Json)]
    [InlineData("text/csv, application/json;q=0.9", Form.Csv)]
    [InlineData("text/csv, */*;q=0.1", Form.Csv)]
    [InlineData("text/csv;q=0.5, application/x-ndjson;q=0.6", Form.NdJson)]
    [InlineData("application/json;q=0, */*", Form.NdJson)]
    [InlineData("application/*;q=0, */*;q=0.5", Form.Csv)]
    [InlineData("text/*, text/csv;q=0, application/json;q=0.1", Form.Json)]
    [InlineData("text/csv;q=0, text/*, application/json;q=0.1", Form.Json)]
    [InlineData("*/*, application/*;q=0", Form.Csv)]
    [InlineData("text/csv;q=0.2, text/csv;q=0.9, application/json;q=0.5", Form.Csv)]
    [InlineData("application/x-ndjson;q=0, application/ndjson;q=0.2, text/csv;q=0.1", Form.NdJson)]
    public void The_best_of_what_is_asked_for_wins_and_json_among_equals(string accept, Form expected) => Assert.Equal(expected, FormChoice.Of(accept));

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, image/*")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;q=0")]
    [InlineData("text/csv;q=0.0")]
    public void Nothing_acceptable_is_no_form(string accept) => Assert.Null(FormChoice.Of(accept));

    [Fact]
    public void An_absent_header_asks_for_json() => Assert.Equal(Form.Json, FormChoice.Of(StringValues.Empty));

    [Fact]
    public void Several_headers_are_one_list() => Assert.Equal(Form.Csv, FormChoice.Of(new StringValues(["application/json;q=0.5", "text/csv"])));

    [Fact]
    public void No_header_is_too_odd() => Gen.Select(Gen.String.Array[0, 3], Gen.OneOf("text/csv;q=", "*/*;q=1e9,", ";;,", "").Array[0, 9]).Sample((any, parts) =>
    {
        _ = FormChoice.Of(new StringValues([.. any, string.Concat(parts)]));
    });

    [Fact]
    public void Each_form_names_its_media_type() => Assert.Equal(
        ["application/json; charset=utf-8", "application/x-ndjson; charset=utf-8", "text/csv; charset=utf-8; header=present"],
        new[] { Form.Json, Form.NdJson, Form.Csv }.Select(form => form.MediaType()));
}
