using PublicStats.SiteGenerator;

return await PublicStatsTool.Run(args);
