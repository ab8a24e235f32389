// Every worker of Vitest that tests the rules at the same time has an emulator to itself.
const { FIRESTORE_EMULATOR_HOSTS, VITEST_POOL_ID } = process.env
const host = FIRESTORE_EMULATOR_HOSTS?.split(' ')[Number(VITEST_POOL_ID) - 1]
if (host !== undefined) process.env.FIRESTORE_EMULATOR_HOST = host
