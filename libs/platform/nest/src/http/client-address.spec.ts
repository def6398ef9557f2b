import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessControl } from '../access-control/access-control.decorator';
import { startTestApp } from './http-app.fixture';

@Controller()
class AddressController {
  @Get('address')
  @AccessControl({ open: true })
  address(@Req() { ip }: FastifyRequest): { ip: string } {
    return { ip };
  }
}

describe("a client's address", () => {
  it.each([
    { trustedProxies: [], remoteAddress: '127.0.0.1', seen: '127.0.0.1' },
    { trustedProxies: ['loopback'], remoteAddress: '127.0.0.1', seen: '203.0.113.9' },
    { trustedProxies: ['loopback'], remoteAddress: '198.51.100.7', seen: '198.51.100.7' },
  ])('is told by trusted proxies only: $trustedProxies from $remoteAddress', async ({ seen, ...given }) => {
    const { app } = await startTestApp(AddressController, { trustedProxies: given.trustedProxies });
    const { remoteAddress } = given;
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const answer = await app.inject({ url: '/address', remoteAddress, headers });
    await app.close();
    expect(answer.json()).toEqual({ ip: seen });
  });
});
