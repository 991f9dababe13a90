using PublicStats.SiteGenerator.Tool;

return await PublicStatsTool.Command().Parse(args).InvokeAsync();
