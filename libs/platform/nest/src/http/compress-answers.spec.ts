import { Controller, Get, Header } from '@nestjs/common';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { AccessControl } from '../access-control/access-control.decorator';
import { compressAnswers } from './compress-answers';
import { startTestApp, type TestApp } from './http-app.fixture';

const LONG = { items: Array.from({ length: 200 }, (_, i) => ({ title: `Повар ${i}` })) };

@Controller()
class Answers {
  @Get('open/long')
  @AccessControl({ open: true })
  long() {
    return LONG;
  }

  @Get('open/short')
  @AccessControl({ open: true })
  short() {
    return { items: [] };
  }

  @Get('open/events')
  @AccessControl({ open: true })
  @Header('content-type', 'text/event-stream')
  events() {
    return 'data: a\n\n'.repeat(5000);
  }

  @Get('secret/long')
  @AccessControl({ open: true })
  secret() {
    return LONG;
  }
}

let test: TestApp;
beforeAll(async () => {
  const configure = (app: TestApp['app']) => compressAnswers(app.getHttpAdapter().getInstance(), ['/open']);
  test = await startTestApp(Answers, { configure });
});
afterAll(() => test.app.close());

const get = async (url: string, acceptEncoding?: string) => {
  const headers = acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding };
  const { headers: answered, rawPayload } = await test.app.inject({ url, headers });
  return { encoding: answered['content-encoding'], vary: answered['vary'], body: rawPayload };
};

it.each([
  ['gzip', 'gzip', gunzipSync],
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
] as const)('compresses a long answer for whom accepts %s', async (accepted, encoding, decompress) => {
  const answer = await get('/open/long', accepted);
  expect([answer.encoding, answer.vary]).toEqual([encoding, 'accept-encoding']);
  expect(answer.body.length).toBeLessThan(JSON.stringify(LONG).length / 4);
  expect(JSON.parse(decompress(answer.body).toString())).toEqual(LONG);
});

it.each([undefined, 'identity', 'br;q=0, gzip;q=0'])('leaves it as it is for whom accepts %s', async (accepted) => {
  const answer = await get('/open/long', accepted);
  expect(answer.encoding).toBeUndefined();
  expect(JSON.parse(answer.body.toString())).toEqual(LONG);
});

it.each(['/open/short', '/open/events', '/secret/long'])('never compresses %s', async (url) =>
  expect((await get(url, 'gzip')).encoding).toBeUndefined(),
);
