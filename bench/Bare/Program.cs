// Answers each path with the bytes of its file: /cards/active with Answers/cards/active.json. Nothing is asked of anyone.
// vts-bare --urls http://127.0.0.1:5091 --Answers=FOLDER
//
// With --Lists, /asked/F sends the list F of that folder card by card as Extend answers for each card, and /written/F sends its file.
// vts-bare --urls http://127.0.0.1:5091 --Lists=FOLDER --Extend=ADDRESS --Token=TOKEN
using Vts.Bench.Bare;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
    ContentRootPath = AppContext.BaseDirectory,
});
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
var (answers, lists) = (app.Configuration["Answers"], app.Configuration["Lists"]);
if (string.IsNullOrEmpty(answers) && string.IsNullOrEmpty(lists))
{
    await Console.Error.WriteLineAsync("vts-bare: name the folder of the answers: --Answers=FOLDER");
    return 1;
}

foreach (var file in string.IsNullOrEmpty(answers) ? [] : Directory.EnumerateFiles(answers, "*.json", SearchOption.AllDirectories))
{
    var body = await File.ReadAllBytesAsync(file);
    app.MapGet("/" + Path.ChangeExtension(Path.GetRelativePath(answers!, file), null), context =>
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    });
}

using var extend = string.IsNullOrEmpty(lists) ? null : new ExtendCalls(new Uri(app.Configuration["Extend"]!), app.Configuration["Token"]!);
foreach (var listed in extend is null ? [] : Directory.EnumerateFiles(lists!, "*.cards"))
{
    var file = Path.ChangeExtension(listed, null);
    var name = Path.GetFileName(file);
    app.MapGet("/asked/" + name, new AskedList(extend!, await CardPiece.ReadAllAsync(file)).SendAsync);
    app.MapGet("/written/" + name, context => WrittenList.SendAsync(context, file));
}

await app.RunAsync();
return 0;
