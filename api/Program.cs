using PublicStats.Api.Http;

return await ApiProgram.Run(args);
