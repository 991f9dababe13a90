using PublicStats.Api;

return await ApiProgram.Run(args);
