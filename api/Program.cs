using PublicStats.Api.Hosting;

return await ApiProgram.Run(args);
