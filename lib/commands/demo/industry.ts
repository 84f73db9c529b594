/**
 * Vehicles, batteries, aircraft, trains. One line = one agreement, all invented:
 * key | company | sector | place | language | type | jobs | months since signature | deadline | story | millions | options (plan.ts reads them).
 */
export const INDUSTRY = `
TIZRA|Câblages Tizra|automotive|Kénitra|fr|investment_agreement|3500|44|by y+1|track|1250|b=1850 ver inv ms q
FARNHOLT|Farnholt Bordnetze|automotive|Tanger|fr|investment_agreement|>2800|52|by y+1|ahead|>640|b=4200 aud inv
HANAZAWA|Hanazawa Harness|automotive|Meknès|en|mou|~2000|40|by y|stale|?not_stated|later=by_y+1@14
VELSTOWE|Velstowe Seating|automotive|Kénitra|en|investment_agreement|1150|33|end y+1|behind|210|b=640 ms
ARGANIS|Arganis Plasturgie|automotive|Tanger|fr|investment_agreement|420|58|by y-1|met|95|b=310 ver inv
DURNESS|Durness Castings|automotive|Casablanca|en|investment_agreement|260|63|by y-2|late|140|b=115 aud
LUMENOR|Luménor Éclairage|automotive|Tanger|fr|investment_agreement|>=600|29|by y+2|track|310|doc inv
KESTRIN|Kestrin Brakes|automotive|Tanger|en|contract|380|61|by y-2|missed|165|b=220 corr=350@52
OUARGHA|Emboutissage de l'Ouargha|automotive|Kénitra|fr|investment_agreement|340|47|by y+1|none|120|
BRAVENTO|Bravento Cableaggi|automotive|Oujda|fr|mou|1800|36|by y+1|stale|390|
TENSARO|Tensaro Airbags|automotive|Tanger|en|investment_agreement|900|26|by y+3|ahead|275|b=1400 doc ms
RIVELAINE|Rivelaine Mobilité|automotive|Kénitra|fr|framework|6500|50|by y+3|risk|9800|b=2600 ver inv ms raise=7200@22
MIRLEFT-AUTO|Mirleft Auto Pièces|automotive|Agadir|fr|investment_agreement|180|21|in y+2-H1|behind|64|
SHANWEI|Shanwei Tooling|automotive|Tanger|en|contract|450|18|by y+2|none|68 USD|
JINLANG|Jinlang Tyres|automotive|Tanger|en|contract|1900|27|by y+2|track|?conflicting|doc
WESTERHAY|Westerhay Glass|automotive|Kénitra|en|investment_agreement|500..650|38|by y+1|track|480|b=90 ver inv
SEBLANE|Seblane Connectique|automotive|Mohammédia|fr|investment_agreement|275|66|end y-3|met|58|b=140
TAMDULT|تمدولت لأجزاء السيارات|automotive|Settat|ar|investment_agreement|320|55|by y-1|unreported|110|
CORVINE|Corvine Steering|automotive|Tanger|en|letter_of_intent|<=1200|16|by y+4|none|30 EUR|
CORVINE-SITE|Corvine Steering|automotive|Tanger|en|investment_agreement|850|9|by y+4|none|~34 EUR|rel=implements:CORVINE
OSTERVIK|Ostervik Chassis|automotive|-|en|announcement|700|43|by y+1|unsigned|?pending|nodate ann
PACK-AUTO|4 projets de composants (sans noms)|automotive|-|fr|package|1460|41|by y+1|none|560|
MARGELLIS|Margellis Fils et Câbles|automotive|Kénitra|fr|investment_agreement|620|41|by y+1|risk|?not_applicable|rel=part_of:PACK-AUTO b=0
ROCQUENAY|Rocquenay Décolletage|automotive|Casablanca|fr|investment_agreement|190|41|by y+1|track|?not_applicable|rel=part_of:PACK-AUTO
EDELBRUCK|Edelbruck Dichtungen|automotive|Tanger|fr|investment_agreement|350|41|by y+1|behind|?not_applicable|rel=part_of:PACK-AUTO b=75
TIMEZRIT|Timezrit Moulage|automotive|Kénitra|fr|investment_agreement|300|41|by y+1|none|?not_applicable|rel=part_of:PACK-AUTO
FARNHOLT-2|Farnholt Bordnetze|automotive|Tanger|fr|mou|2500|49|by y+1|none|?not_found|rel=overlaps:FARNHOLT
CALDERIS|Caldéris Freinage|automotive|Tanger|fr|investment_agreement|240|70|by y-2|slipped|88|b=160 ver
ORVANNE|Orvanne Batteries|batteries|Kénitra|fr|mou|>5000|42|by y+4|none|>14000|ann
ORVANNE-PH1|Orvanne Batteries|batteries|Kénitra|fr|investment_agreement|2300|24|by y+3|behind|12800|rel=implements:ORVANNE inv ms later=by_y+4@7
LITHARA|Lithara Cathodes|batteries|Mohammédia|en|investment_agreement|1100|31|by y+2|risk|3100|doc inv ms
QINGYUE|Qingyue Anode Materials|batteries|Tanger|en|investment_agreement|880|22|by m+19|track|4600|inv
SUNHOLM|Sunholm Recycling|batteries|El Jadida|en|contract|150|14|by y+2|ahead|42 EUR|aud q
VOLTORNE|Voltorne Modules|batteries|Nador|fr|mou|700|35|by y+2|lapsed|?withheld|
KHAWLANE|Khawlane Cells|batteries|Kénitra|en|announcement|<3000|12|by y+5|none|?pending|ann
AEROVANE|Aérovane Structures|aeronautics|Nouaceur|fr|investment_agreement|650|45|by y+1|track|430|b=910 aud inv ms
HOLTWICK|Holtwick Aerosystems|aeronautics|Nouaceur|en|mou|500|37|by y+1|behind|15 EUR|b=280 doc
PALMERON|Palméron Tôlerie Aéro|aeronautics|Nouaceur|fr|investment_agreement|210|64|by y-2|met|75|b=180 aud
SKELDER|Skelder Engines|aeronautics|Nouaceur|en|investment_agreement|~300|25|by y+4|track|1300|inv doc
TRESCOTE|Trescote Composites|aeronautics|Casablanca|en|contract|130|59|before y|missed|38|b=60
AILERIS|Ailéris Câblage|aeronautics|Nouaceur|fr|investment_agreement|400|30|by y+2|reversed|52|b=720 ver
BELLONNE|Bellonne Usinage|aeronautics|Rabat|fr|investment_agreement|95|19|in y+1-Q3|risk|41|
CIRRENNE|Cirrenne Maintenance|aeronautics|Casablanca|fr|framework|1200|13|by y+4|none|?not_stated|
AEROVANE-DBL|Aérovane Structures|aeronautics|Nouaceur|en|investment_agreement|650|44|by y+1|none|430|rel=duplicate_of:AEROVANE
WINGARD|Wingard Harness Aero|aeronautics|Nouaceur|en|contract|175|3|by y+4|early|26|
FERROVANNE|Ferrovanne|rail|Benguerir|fr|contract|1500|23|by y+5|none|?not_applicable|direct with=Tramélie
TRAMELIE|Tramélie|rail|Fès|fr|investment_agreement|300|46|end y|risk|190|b=45 ver
HANEUL|Haneul Rolling Works|rail|Benguerir|en|framework|?not_stated|20|by y+5|none|?not_applicable|
BOGELIS|Bogélis Ferroviaire|rail|Kénitra|fr|protocol|260|57|by y-1|unreported|85|`
