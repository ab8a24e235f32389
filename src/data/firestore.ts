import { connectFirestoreEmulator, getFirestore, setLogLevel } from 'firebase/firestore/lite'
import { emulators } from './config.ts'
import { app } from './firebase-app.ts'

// What fails is said on the page; the SDK's own warnings would repeat people's words on the console.
setLogLevel('silent')

/** The database. Imported by the collections' modules alone, which are loaded through remote(). */
export const db = getFirestore(app)

if (emulators) {
  const [host = '127.0.0.1', port = '8080'] = emulators.firestore.split(':')
  connectFirestoreEmulator(db, host, Number(port))
}
