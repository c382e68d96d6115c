/** Places under which a person's own words are sealed: a sealed text opens in no other. */
export const requestPlace = "request-words";
export const complaintPlace = "complaint-words";
