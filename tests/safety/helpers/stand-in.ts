import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll } from 'vitest'

const servers: Server[] = []

/** An answer whose connection breaks in the middle. */
export class Broken {
  readonly answer: unknown
  constructor(answer: unknown) {
    this.answer = answer
  }
}

/** A refusal, in the words of Google's REST interfaces. */
export class Refused {
  readonly code: number
  readonly status: string
  constructor(code: number, status: string) {
    this.code = code
    this.status = status
  }
}

/**
 * Stands in for one of Google's servers until the tests of its file are through: answers JSON by JSON.
 * @returns its address, as the environment names those of emulators
 */
export async function standIn(answer: (asked: unknown, address: string) => unknown): Promise<string> {
  const server = createServer(async (request, response) => {
    const answered = request.method === 'POST' ? answer(await json(request), request.url ?? '') : ''
    response.setHeader('Content-Type', 'application/json')
    if (answered instanceof Broken) {
      const said = JSON.stringify(answered.answer)
      response.write(said.slice(0, said.length / 2), () => response.destroy())
    } else if (answered instanceof Refused) {
      response.writeHead(answered.code).end(JSON.stringify({ error: { ...answered, message: answered.status } }))
    } else response.end(answered === '' ? '' : JSON.stringify(answered))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterAll(() => {
  for (const server of servers) server.close()
})
