/** Injects the `Logger` of the platform. */
export const WORKER_LOGGER = Symbol('worker-logger');
