import { chown, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startProcess } from './process';
import { freePort, onPath, unprivilegedUser, type ServerSource, type TestServer } from './server';

const WORKSPACE = resolve(__dirname, '../../../..');
const INSTALLER = 'tools/servers/elasticsearch/install.sh';
const HEAP = '512m';

/** The Elasticsearch of `ELASTICSEARCH_URL`, or one to start from what `tools/servers/elasticsearch` has installed. */
export function elasticsearchSource(): ServerSource {
  const url = process.env['ELASTICSEARCH_URL'];
  if (url) return { start: async () => ({ url, stop: async () => {} }) };
  const home = join(process.env['JOB_SCOPE_SERVERS_DIR'] || join(WORKSPACE, '.data/servers'), 'elasticsearch-8.19.8');
  if (!existsSync(home)) return { missing: `there is no ELASTICSEARCH_URL and ${INSTALLER} has not been run` };
  const java = onPath('java');
  if (!java) return { missing: 'the installed Elasticsearch needs a java (17 or newer) on PATH' };
  return { start: () => startElasticsearch(home, java) };
}

/** Starts an Elasticsearch, which takes about 15 s, or says why there is none. */
export async function findElasticsearch(): Promise<TestServer | { missing: string }> {
  const source = elasticsearchSource();
  return 'missing' in source ? source : source.start();
}

async function startElasticsearch(home: string, java: string): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'job-scope-elasticsearch-'));
  const port = await freePort();
  const user = unprivilegedUser();
  await writeConfiguration(home, folder, port);
  for (const path of user.uid === undefined ? [] : [folder, ...FOLDERS.map((name) => join(folder, name))]) {
    await chown(path, user.uid!, user.gid!);
  }
  const server = await startProcess({
    ...user,
    ...launch(home, folder, java),
    readyWhen: /\bstarted\b/,
    timeoutMs: 180_000,
  });
  const url = `http://127.0.0.1:${port}`;
  const health = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=60s`);
  if (!health.ok) throw new Error(`Elasticsearch is not healthy: ${await health.text()}`);
  return {
    url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const FOLDERS = ['config', 'data', 'logs', 'tmp'];

async function writeConfiguration(home: string, folder: string, port: number): Promise<void> {
  for (const name of FOLDERS) await mkdir(join(folder, name));
  await copyFile(join(home, 'config/log4j2.properties'), join(folder, 'config/log4j2.properties'));
  const jvmOptions = await readFile(join(home, 'config/jvm.options'), 'utf8');
  // Ours are for a small machine; the distribution's choice of collector and its GC log would contradict them.
  const kept = jvmOptions.split('\n').filter((line) => !/-Xlog:gc|UseG1GC/.test(line));
  await writeFile(join(folder, 'config/jvm.options'), kept.join('\n'));
  const settings = {
    'cluster.name': 'job-scope-tests',
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    'http.host': '127.0.0.1',
    'http.port': port,
    'transport.host': '127.0.0.1',
    'transport.port': 0,
    'discovery.type': 'single-node',
    'xpack.security.enabled': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
    'action.destructive_requires_name': false,
    'node.store.allow_mmap': false,
  };
  // JSON is YAML.
  await writeFile(join(folder, 'config/elasticsearch.yml'), JSON.stringify(settings));
}

/** What bin/elasticsearch does, which the bundle's build cannot do as it comes without a JDK of its own. */
const launch = (home: string, folder: string, java: string) => ({
  command: java,
  args: [
    ...['-Xms4m', '-Xmx64m', '-XX:+UseSerialGC'],
    ...['-Dcli.name=server', `-Dcli.script=${home}/bin/elasticsearch`, '-Dcli.libs=lib/tools/server-cli'],
    ...[`-Des.path.home=${home}`, `-Des.path.conf=${folder}/config`],
    ...['-Des.distribution.type=zip', '-Des.java.type=ES_JAVA_HOME'],
    ...['-cp', `${home}/lib/*:${home}/lib/cli-launcher/*`, 'org.elasticsearch.launcher.CliToolLauncher'],
  ],
  cwd: home,
  env: {
    ES_JAVA_OPTS: `-Xms${HEAP} -Xmx${HEAP} -XX:-AlwaysPreTouch -XX:+UseSerialGC -XX:TieredStopAtLevel=1`,
    ES_TMPDIR: join(folder, 'tmp'),
    LIBFFI_TMPDIR: join(folder, 'tmp'),
    ES_HOME: home,
    ES_PATH_CONF: join(folder, 'config'),
    HOSTNAME: 'localhost',
    JAVA_TOOL_OPTIONS: undefined,
    _JAVA_OPTIONS: undefined,
  },
});
