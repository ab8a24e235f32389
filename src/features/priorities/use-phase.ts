import { useQuery } from '@tanstack/react-query'
import { useTurn } from '#components/use-turn.ts'
import { phaseOf, type Voting, type VotingPhase } from '#domain/ballot.ts'
import { votingQuery } from './queries.ts'

/** Whether ballots are taken now, and until when; null as long as that is not known. */
export function usePhase(): { phase: VotingPhase | null; voting: Voting | null } {
  const { data: voting } = useQuery(votingQuery)
  const phase = voting === undefined ? null : phaseOf(voting, new Date())
  // The page may stay open while voting begins or ends.
  useTurn(phase === 'before' ? voting?.opensAt : phase === 'open' ? voting?.closesAt : undefined)
  return { phase, voting: voting ?? null }
}
