import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { phaseOf, type Voting, type VotingPhase } from '#domain/ballot.ts'
import { votingQuery } from './queries.ts'

/** Longer than this no timer of a browser can wait. */
const LONGEST_MS = 2 ** 31 - 1

/** Whether ballots are taken now, and until when; null as long as that is not known. */
export function usePhase(): { phase: VotingPhase | null; voting: Voting | null } {
  const { data: voting } = useQuery(votingQuery)
  const [, setTurns] = useState(0)
  const phase = voting === undefined ? null : phaseOf(voting, new Date())
  // The page may stay open while voting begins or ends.
  const turn = phase === 'before' ? voting?.opensAt : phase === 'open' ? voting?.closesAt : undefined
  useEffect(() => {
    const inMs = turn ? turn.getTime() - Date.now() : Number.POSITIVE_INFINITY
    if (inMs > LONGEST_MS) return
    const timer = setTimeout(() => setTurns((turns) => turns + 1), inMs + 1)
    return () => clearTimeout(timer)
  }, [turn])
  return { phase, voting: voting ?? null }
}
