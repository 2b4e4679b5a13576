package check

import "sync"

// Catalogue lists the rules in the order in which their findings are told.
func Catalogue() []Rule { return catalogue() }

var catalogue = sync.OnceValue(func() []Rule {
	return []Rule{
		figureMissing, figureUnreadable, figureWhole, figureNegative, figureRepaired, feeDecimals, feeMagnitude,
		unitIncomplete, textUnreadable, textOutside, unknownPlaceholder, cellLost, readByLabels, leftOut, struckOrHidden,
		rulesAuthority, stockCoversIssued, stockRollForward, decisionsOfSubdistrict, swingYearOnYear,
		publishedWithinTotal, itemsRollForward, decisionsLookLikeItems, procurementBothOrNone,
		requestsRowTotal, requestsOutcomeTotal, requestsBalance, carriedInLastYear, carriedOutLarge, singleOutcome, unpaidNeedsFeeNote, withdrawnCovered,
		ledgerDiffers, ledgerUnread, ledgerDeadline,
		indicatorFigure, indicatorsAsked,
		disputesTotal, disputesWithoutRequests, pendingVanished, tablesAsLastYear, reviewFirst,
		textRequests, textOutcomes, textDisputes, textProactive, textPartsSum, textPercentages, toldOfLastYear, textContradictsItself, textDeniesItself, listedAsAnnounced, textBalance, textSilent, feesNotMixedUp,
		editionFitsYear(), yearExpected, sectionMissing, sectionHeading, labelDiffers, besideForm, titleForm, secrecyMark, sectionEmpty, leftoverText, templateLeft, headingPasted, foreignInsert, rareCharacter, lookalikeCharacter,
		problemsAndMeasures, overviewAspects, accountabilityReported, overviewLength, feeStatement,
		yearMismatch, periodWrong, publishedInTime, foreignUnit, copiedFromLastYear, likeAnotherUnit, numbering, punctuation, repeatedWord, documentNumber, wrongWordRule, collocation,
		numberMissing, approximateExact, personalData, contactDiffers, contactForm, repeatedSentence, runOn, danglingReference, pastedTable, prefaceParts,
		aggregateSum, aggregateMembers, aggregateCarriedIn,
		answerUnmatched,
	}
})

// ByID finds a rule.
func ByID(id string) (Rule, bool) {
	for _, rule := range Catalogue() {
		if rule.ID == id {
			return rule, true
		}
	}
	return Rule{}, false
}
