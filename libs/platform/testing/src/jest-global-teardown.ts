export default async function tearDown(): Promise<void> {
  await (globalThis as { closeTestServers?: () => Promise<void> }).closeTestServers?.();
}
