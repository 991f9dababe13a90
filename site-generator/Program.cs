using PublicStats.SiteGenerator.Commands;

return await PublicStatsTool.Run(args);
