package label

// RowNamed is the label of a row by its key; nil if there is none.
func RowNamed(table Table, key string) *Label {
	for _, l := range labels().labels {
		if l.Table == table && l.Key == key && (l.Kind() == Row || l.Kind() == RowGroup) {
			return l
		}
	}
	return nil
}
