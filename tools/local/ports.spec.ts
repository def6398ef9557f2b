import { createServer, type Server } from 'node:net';
import { freePort } from '@job-scope/platform-testing';
import { choosePorts, PREFERRED_PORTS, preferredPorts, readPort, type Ports } from './ports';

const listening: Server[] = [];
const occupy = (port: number) =>
  new Promise<void>((resolve, reject) => {
    listening.push(createServer().once('error', reject).listen(port, '127.0.0.1', resolve));
  });
afterEach(() => Promise.all(listening.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));

const freePorts = async (): Promise<Ports> => {
  const owners = Object.keys(PREFERRED_PORTS);
  const ports = await Promise.all(owners.map(freePort));
  return Object.fromEntries(owners.map((owner, index) => [owner, ports[index]])) as Ports;
};

describe('choosePorts', () => {
  it('gives everybody what they prefer, without a word', async () => {
    const preferred = await freePorts();
    const moved = jest.fn();

    expect(await choosePorts(preferred, moved)).toEqual(preferred);
    expect(moved).not.toHaveBeenCalled();
  });

  it('goes past a taken port to one that nobody else prefers, and says so', async () => {
    const preferred = await freePorts();
    await occupy(preferred['api-gateway']);
    const moved = jest.fn();

    const { 'api-gateway': port, ...others } = await choosePorts(preferred, moved);

    expect(Object.values(preferred)).not.toContain(port);
    expect(preferred).toMatchObject(others);
    expect(moved.mock.calls).toEqual([['api-gateway', preferred['api-gateway'], port]]);
  });
});

describe('preferredPorts', () => {
  it('differ between launchers of one machine, however close together they start', async () => {
    const [one, another] = await Promise.all([preferredPorts(), preferredPorts()]);

    expect(Object.values(one).filter((port) => Object.values(another).includes(port))).toEqual([]);
  });
});

describe('readPort', () => {
  it('reads a port', () => expect(readPort('8080')).toBe(8080));

  it.each(['', 'http', '0', '65536', '80.5', '-1'])('refuses %j in words', (text) => {
    expect(() => readPort(text)).toThrow(`PORT=${text}: wants a number from 1 to 65535.`);
  });
});
