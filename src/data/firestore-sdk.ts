// The one place that names what of Firestore is used; it is loaded as one file, see firestore.ts.
import { connectFirestoreEmulator, getFirestore, setLogLevel } from 'firebase/firestore/lite'
import { emulators } from './config.ts'
import { app } from './firebase-app.ts'

export {
  collection,
  doc,
  getDoc,
  getDocs,
  increment,
  limit,
  orderBy,
  query,
  serverTimestamp,
  startAfter,
  Timestamp,
  where,
  writeBatch,
} from 'firebase/firestore/lite'

// What fails is said on the page; the SDK's own warnings would repeat people's words on the console.
setLogLevel('silent')

export const db = getFirestore(app)

if (emulators) {
  const [host = '127.0.0.1', port = '8080'] = emulators.firestore.split(':')
  connectFirestoreEmulator(db, host, Number(port))
}
