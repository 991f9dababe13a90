using PublicStats.SiteGenerator.Tool;

return await PublicStatsTool.Run(args);
