using System.Runtime.Versioning;

// Modes of files are of Linux.
[assembly: SupportedOSPlatform("linux")]
