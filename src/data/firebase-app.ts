import { initializeApp } from 'firebase/app'
import { proveRequests } from './app-check.ts'
import { emulators, firebaseConfig } from './config.ts'

export const app = initializeApp(firebaseConfig())

// Known when the page is built: without a key nothing of App Check is in it. Emulators do not ask for it.
const appCheckKey = import.meta.env.VITE_APP_CHECK_KEY
if (appCheckKey && !emulators) proveRequests(app, appCheckKey)
