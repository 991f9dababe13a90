using PublicStats.Api.Hosting;

var app = ApiHost.Create(args);
await app.RunAsync();
