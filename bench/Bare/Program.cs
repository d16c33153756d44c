// Answers each path with the bytes of its file: /cards/active with Answers/cards/active.json. Nothing is asked of anyone.
// vts-bare --urls http://127.0.0.1:5091 --Answers=FOLDER
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
    ContentRootPath = AppContext.BaseDirectory,
});
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
if (app.Configuration["Answers"] is not { Length: > 0 } folder)
{
    await Console.Error.WriteLineAsync("vts-bare: name the folder of the answers: --Answers=FOLDER");
    return 1;
}

foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
{
    var body = await File.ReadAllBytesAsync(file);
    app.MapGet("/" + Path.ChangeExtension(Path.GetRelativePath(folder, file), null), context =>
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    });
}

await app.RunAsync();
return 0;
