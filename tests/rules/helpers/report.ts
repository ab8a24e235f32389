import { Client, credentials } from '@grpc/grpc-js'
import protobuf from 'protobufjs'
import { EMULATOR, PROJECT } from './config.ts'

/** What the rules came to, expression by expression, with its parts. */
export type Expression = {
  readonly sourcePosition: { readonly line: number; readonly currentOffset: number }
  readonly values: readonly Value[]
  readonly children: readonly Expression[]
}

type Value = {
  readonly value: { readonly kind?: string; readonly boolValue: boolean; readonly undefined: { causeMessage: string } }
  readonly count: number
}

// The emulator writes this several times faster than the same as JSON, which is a megabyte. What is not read here is left out.
const { root } = protobuf.parse(`
syntax = "proto3";
message GetRuleCoverageRequest { string database = 2; }
message RuleCoverageReport { repeated ExpressionReport report = 2; }
message ExpressionReport {
  SourcePosition source_position = 1;
  repeated ValueCount values = 2;
  repeated ExpressionReport children = 3;
}
message SourcePosition { int32 line = 3; int32 current_offset = 5; }
message ValueCount { ExpressionValue value = 1; int32 count = 2; }
message ExpressionValue { oneof kind { bool bool_value = 2; Undefined undefined = 100; } }
message Undefined { string cause_message = 2; }
`)
const METHOD = '/google.firestore.emulator.v1.FirestoreEmulator/GetRuleCoverage'
const REQUEST = root
  .lookupType('GetRuleCoverageRequest')
  .encode({ database: `projects/${PROJECT}/databases/(default)` })
  .finish()
const REPORT = root.lookupType('RuleCoverageReport')

const client = new Client(new URL(EMULATOR).host, credentials.createInsecure(), {
  'grpc.max_receive_message_length': -1,
})

const asBytes = (): Buffer => Buffer.from(REQUEST)

/** The emulator's report since the rules were loaded, and how many bytes it takes. */
export async function fetchReport(): Promise<{ report: readonly Expression[]; size: number }> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    client.makeUnaryRequest(
      METHOD,
      asBytes,
      (buffer) => buffer,
      null,
      (error, value) => {
        if (value) resolve(value)
        else reject(error)
      },
    )
  })
  const { report } = REPORT.decode(bytes) as unknown as { report: Expression[] }
  return { report, size: bytes.length }
}
