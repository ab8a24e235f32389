import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll } from 'vitest'

const servers: Server[] = []

/**
 * Stands in for one of Google's servers until the tests of its file are through: answers JSON by JSON.
 * @returns its address, as the environment names those of emulators
 */
export async function standIn(answer: (asked: unknown) => unknown): Promise<string> {
  const server = createServer(async (request, response) => {
    const said = request.method === 'POST' ? JSON.stringify(answer(await json(request))) : ''
    response.setHeader('Content-Type', 'application/json').end(said)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterAll(() => {
  for (const server of servers) server.close()
})
