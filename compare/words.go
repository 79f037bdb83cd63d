package compare

// words runs the passes that compare what is said without a number: statements, claims and denials, and who
// rests on whom.
func (s *sources) words(who func(doc, voice int) string) []Finding {
	all := s.propositions()
	ts := s.statementTopics(all)
	out := s.stances(all)
	out = append(out, s.contraries(all)...)
	out = append(out, s.turnabouts(all)...)
	out = append(out, s.outcomes(all, out)...)
	out = append(out, s.concessions(all, out)...)
	out = append(out, s.weighedStances(all, out)...)
	out = append(out, s.issues(all, out)...)
	out = append(out, s.locations(all)...)
	out = append(out, s.otherwise(all)...)
	out = append(out, s.statements(all, ts)...)
	out = append(out, s.aloneStatements(all, ts)...)
	out = append(out, s.terms(all, ts)...)
	out = append(out, s.strengths(all, ts)...)
	out = append(out, s.acts(all, ts)...)
	uncounted := s.uncounted(all, ts)
	out = append(out, uncounted...)
	out = append(out, s.uncountedDeeds(all, uncounted)...)
	out = append(out, s.fewer(all)...)
	out = append(out, s.retold(all, ts)...)
	out = append(out, s.variants()...)
	out = append(out, s.firstReports(who)...)
	out = append(out, s.relays(who)...)
	out = append(out, s.unnamed(all)...)
	return append(out, s.sharedOrigins(who)...)
}
