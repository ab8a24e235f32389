import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deleteApp, initializeApp } from 'firebase/app'
import { connectFirestoreEmulator, getFirestore } from 'firebase/firestore/lite'
import { PROJECT } from './config.ts'
import type { RestWrite } from './rest.ts'
import { commit, type Write } from './writes.ts'

/** A batch as the SDK sends it over the REST interface: to a server that only takes note of what it is sent. */
export async function asSent(writes: readonly Write[]): Promise<RestWrite[]> {
  let sent = ''
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (part) => {
      sent += part
    })
    request.on('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const app = initializeApp({ projectId: PROJECT }, 'taken-note-of')
  try {
    const db = getFirestore(app)
    connectFirestoreEmulator(db, '127.0.0.1', (server.address() as AddressInfo).port)
    await commit(db, writes)
    return (JSON.parse(sent) as { writes: RestWrite[] }).writes
  } finally {
    await deleteApp(app)
    server.close()
  }
}
