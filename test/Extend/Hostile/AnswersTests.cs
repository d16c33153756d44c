using System.Text.Json.Serialization.Metadata;
using CsCheck;
using Extend.Connections;
using Extend.Json;
using Extend.Sessions;
using Vts.Testing.Hostile;

namespace Extend.Tests.Hostile;

/// <summary>Whatever Extend answers, it is an answer or a fault that has a name.</summary>
public sealed class AnswersTests
{
    [Fact]
    public void Whatever_the_body_it_is_a_page_of_cards_or_a_fault_of_extends() => Reads(ExtendJson.Default.VirtualCardPage, Samples.CardPage);

    [Fact]
    public void Whatever_the_body_it_is_a_card_or_a_fault_of_extends() => Reads(ExtendJson.Default.VirtualCardAnswer, Samples.OneCard);

    [Fact]
    public void Whatever_the_body_it_is_a_list_of_transactions_or_a_fault_of_extends()
    {
        Reads(ExtendJson.Default.CardTransactionsAnswer, Samples.Transactions);
        Reads(BriefJson.CardTransactionsAnswer, Samples.Transactions);
    }

    [Fact]
    public void Whatever_the_body_it_is_a_report_or_a_fault_of_extends()
    {
        Reads(ExtendJson.Default.ReportAnswer, Samples.Report);
        Reads(BriefJson.ReportAnswer, Samples.Report);
    }

    [Fact]
    public void Whatever_the_body_it_is_a_session_or_a_fault_of_extends() => Reads(ExtendJson.Default.SignInAnswer, Samples.Session);

    [Fact]
    public void Whatever_a_refusal_says_it_has_a_fault_and_words_or_none() => Gen.Select(Gen.Int, Gen.OneOf(200, 302, 400, 401, 403, 406, 409, 422, 423, 429, 500, 503, 999)).Sample((seed, status) =>
    {
        var body = Mutated.Of(seed, Samples.Error, "<html>locked</html>", Samples.OneCard);
        using var answer = Answer(body, status);
        Parsing.Holds(
            body,
            () =>
            {
                _ = (answer.Fault(), answer.ErrorText(), answer.DeniesObject, SignInRisk.Of(answer));
            },
            _ => false);
    });

    [Fact]
    public void A_right_answer_is_read_or_the_rest_would_prove_nothing()
    {
        using var page = Answer("\uFEFF \n" + Samples.CardPage);
        using var report = Answer(Samples.Report);
        using var session = Answer(Samples.Session);

        Assert.Equal("Ann Müller", page.Read(ExtendJson.Default.VirtualCardPage).VirtualCards![1].Recipient!.Name);
        Assert.Equal(545, report.Read(BriefJson.ReportAnswer).Report!.Transactions![0].AuthBillingAmountCents);
        Assert.Equal("r", session.Read(ExtendJson.Default.SignInAnswer).RefreshToken);
    }

    private static void Reads<T>(JsonTypeInfo<T> shape, string sample)
        where T : Envelope => Gen.Int.Sample(
        seed =>
        {
            var body = Mutated.Of(seed, [sample, sample, .. Samples.All]);
            using var answer = Answer(body);
            Parsing.Holds(body, () => answer.Read(shape).ToString(), fault => fault is ExtendException { Fault: ExtendFault.AnswerUnreadable or ExtendFault.WebPage or ExtendFault.ErrorInAnswer });
        },
        iter: 2000);

    private static Answer Answer(string body) => Answer(System.Text.Encoding.UTF8.GetBytes(body));

    private static Answer Answer(byte[] body, int status = 200) =>
        new(status, Body.ReadAsync(new ByteArrayContent(body), int.MaxValue - 1, CancellationToken.None).GetAwaiter().GetResult());
}
