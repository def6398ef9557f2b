/** Loaded into every child before its own code: when the launcher is gone, however it went, the child ends in order. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep a finished child alive.
process.channel?.unref();
