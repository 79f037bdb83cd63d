package compare

// otherwise runs the passes that compare how sources put one act of one holder.
func (s *sources) otherwise(all []proposition) []Finding {
	var out []Finding
	out = append(out, s.targets(all)...)
	out = append(out, s.replies(all)...)
	out = append(out, s.allegedActs(all)...)
	out = append(out, s.undertakings(all)...)
	out = append(out, s.callings(all)...)
	return out
}
