import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { recordHttp } from './record-http';

it('lets requests through as they are, and remembers the searches', async () => {
  const server = createServer((request, response) => {
    request.pipe(response.writeHead(200, { 'content-type': 'text/plain', 'x-elastic-product': 'Elasticsearch' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const recorder = await recordHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const post = (path: string, body: string) => fetch(recorder.url + path, { method: 'POST', body });
  const answer = await post('/index/_search?size=1', '{"query":{}}');
  await post('/_bulk', '{}');
  expect([answer.headers.get('x-elastic-product'), await answer.text()]).toEqual(['Elasticsearch', '{"query":{}}']);
  expect(recorder.questions).toEqual([{ path: '/index/_search?size=1', body: '{"query":{}}' }]);
  await recorder.stop();
  await new Promise((resolve) => server.close(resolve));
});
