/** Goods, land and energy. Columns as in industry.ts. */
export const GOODS = `
ZEZAFIL|Zézafil Denim|textile|Settat|fr|investment_agreement|1400|43|by y+1|track|230|b=520 ver inv ms
KAFTANA|Ateliers Kaftana|textile|Fès|fr|investment_agreement|350|37|by y+1|risk|42|b=210 fix
NASSIJ|نسيج درعة|textile|Ouarzazate|ar|investment_agreement|280|30|end y+1|behind|36|
SELLWOOD|Sellwood Garments|textile|Tanger|en|investment_agreement|>=2000|28|by y+3|track|310|b=2750 doc
CUIRANFA|Cuiranfa|textile|Fès|fr|investment_agreement|160|65|by y-2|met|21|b=95
MAILLORIE|Maillorie du Nord|textile|Tétouan|fr|investment_agreement|900|48|by y+1|reversed|120|b=1300
LARUNELLE|Larunelle Lingerie|textile|Larache|fr|mou|520|55|by y-1|missed|60|b=240
PACK-TEXTILE|6 textile projects (unnamed)|textile|-|en|package|1350|68|by y-2|unreported|220|
BOUTONNE|Boutonnerie Alzahr|textile|Salé|fr|investment_agreement|110|22|-|open|14|
GAZALTEX|غزل تكس|textile|Béni Mellal|ar|investment_agreement|450|34|by y+1|none|70|
HALDENE|Haldene Footwear|textile|Casablanca|en|investment_agreement|?not_found|44|by y+1|none|130|
OLIVELLE|Olivelle du Saïss|agri_food|Meknès|fr|investment_agreement|240|40|by y+1|ahead|110|b=85 ver q
TOUMOUR|تمور تافيلالت الجديدة|agri_food|Errachidia|ar|investment_agreement|190|29|by y+1|track|48|
SARDANOR|Sardanor|agri_food|Dakhla|fr|investment_agreement|800|45|by y+1|risk|420|b=150 inv cut=650@11
CITRELIA|Citrélia|agri_food|Berkane|fr|investment_agreement|330|53|by y-1|met|90|b=260 doc
MILLBRAE|Millbrae Cereals|agri_food|Mohammédia|en|contract|120|61|by y-2|late|175|aud
ARGANELLE|Coopératives Arganelle|agri_food|Essaouira|fr|other|600|36|by y+1|mixed|55|mixed
BAHRIJANOUB|بحري الجنوب|agri_food|Boujdour|ar|investment_agreement|350|27|by y+2|none|160|
SOLSERRE|Solserre|agri_food|Agadir|fr|investment_agreement|1300|32|by y+1|stale|290|
LAITERIS|Laitéris|agri_food|Béni Mellal|fr|investment_agreement|275|19|in y+2|track|140|q
SEAWARDEN|Seawarden Aquaculture|agri_food|Dakhla|en|mou|450|50|before y+1|behind|24 EUR|b=30
TANTANFISH|Pêcheries de Tan-Tan Nouvelles|agri_food|Tan-Tan|fr|investment_agreement|420|58|by y-1|retired|210|ev=terminated@14
SAFRANIL|Safranil|agri_food|Taroudant|fr|other|90|24|by d+5|track|8|q
PACK-AGRI|8 projets agroalimentaires (sans noms)|agri_food|Agadir+Meknès+Berkane|fr|package|1630|69|-|none|620|
ZAYTOUNA|زيتونة الأطلس|agri_food|Khouribga|ar|investment_agreement|130|1|by y+3|early|34|
GALENOR|Galénor Pharma|pharma|Casablanca|fr|investment_agreement|280|42|by y+1|track|510|b=340 aud inv
BIOVANTE|Biovante|pharma|Nouaceur|fr|investment_agreement|~200|26|by y+3|none|950|
DAWAAMAG|دواء المغرب العربي|pharma|Berrechid|ar|investment_agreement|150|63|by y-2|unreported|180|
HEXHAMLAB|Hexham Vaccines|pharma|Benguerir|en|contract|400|30|by y+2|behind|2100|inv later=by_y+3@9
OCREVAL|Ocréval Phosphates|mining_chemicals|Safi|fr|framework|>9000|46|by y+2|mixed|>38000|mixed inv
MINARGA|Minarga Cobalt|mining_chemicals|Ouarzazate|fr|investment_agreement|260|33|by y+1|track|780|b=430 ver corr=280@20
TRONDVALE|Trondvale Fertilisers|mining_chemicals|El Jadida|en|contract|500|21|by y+3|risk|210 USD|inv
CHIMOREL|Chimorel|mining_chemicals|Mohammédia|fr|investment_agreement|170|52|in y-1-H2|missed|330|b=205
BARYTINE|Barytine du Haut Atlas|mining_chemicals|Midelt|fr|investment_agreement|140|71|in y-3|met|45|b=60
EAUCLAIRE|Eauclaire Dessalement|energy_water|Casablanca|fr|contract|300|25|by m+14|track|6500|direct inv ver
NURSOLAR|نور الواحة|energy_water|Midelt|ar|contract|~450|39|by y+1|risk|5400|inv
OUEDNOUN|Ouednoun Énergie|energy_water|Guelmim|fr|mou|220|28|by y+2|none|1700|
HELIANTE|Héliante|energy_water|Ouarzazate|fr|mou|1000|57|by y|replaced|?not_stated|ev=superseded@26
HELIANTE-2|Héliante|energy_water|Ouarzazate|fr|investment_agreement|750|26|by y+2|risk|4100|rel=supersedes:HELIANTE inv
TIDEGROVE|Tidegrove Desalination|energy_water|Agadir|en|contract|90|66|by y-2|met|880|aud
HYDROSAHEL|Hydrosahel|green_hydrogen|Laâyoune|fr|mou|>4000|23|by y+6|induced|>60000|induced
AMMONOR|Ammonor|green_hydrogen|Dakhla|en|framework|?pending|10|by y+6|none|?conflicting|
VERTANOR|Vertanor H2|green_hydrogen|Guelmim|en|mou|1200|17|by y+6|none|2500 EUR|
OUARDAN|وردان للهيدروجين|green_hydrogen|Tarfaya|ar|mou|600|5|by y+6|early|?conflicting|
VERTANOR-PORT|Vertanor H2|green_hydrogen|Tan-Tan|en|protocol|?not_applicable|15|by y+6|none|2500 EUR|rel=same_money:VERTANOR
PALADINE|Paladine Blades|wind_energy|Nador|en|investment_agreement|1600|35|by y+1|risk|1900|b=0 doc inv ms cut=1300@12
RIHATARFAYA|رياح طرفاية|wind_energy|Tarfaya|ar|contract|240|44|by y-1|missed|3300|
EOLINNE|Éolinne Mâts|wind_energy|Tanger|fr|investment_agreement|480|54|by y|track|260|b=70 ver
BOREALD|Boreald Towers|wind_energy|Laâyoune|en|mou|310|20|by y+3|retired|120|ev=suspended@5
PACK-PME|12 PME industrielles de l'Oriental|mixed_industry|Oujda+Nador+Berkane|fr|package|1050|40|by y+1|stale|?not_stated|
KARTONELLE|Kartonelle Emballage|mixed_industry|Berrechid|fr|investment_agreement|140|51|by y-1|met|62|b=75
BOISDELLE|Boisdelle|mixed_industry|Larache|fr|investment_agreement|95|13|by d+15|risk|19|q
FONDEGRE|Fondègre Métal|mixed_industry|Kénitra|fr|protocol|750|49|by y+1|retained|?not_stated|retained
PLASTIRIF|Plastirif|mixed_industry|Nador|fr|investment_agreement|210|60|before y-1|unreported|48|
HIRFA|حرفة للصناعات الصغيرة|mixed_industry|Marrakech|ar|other|500|32|by y+1|level|25|level b=310
ROXFORTH|Roxforth Appliances|mixed_industry|Settat|en|contract|700|14|in y+2-Q4|track|44 USD|b=0 q
STAYMERE|Staymere Resorts|other|Essaouira|en|investment_agreement|650|38|by y+2|risk|1400|inv start=30
CINEVALE|Cinévale Studios|other|Ouarzazate|fr|mou|350|28|-|none|280|
LOGIVANCE|Logivance|other|Tanger|fr|investment_agreement|<=800|31|by y+1|open|510|
GARDETEMPS|Garde-Temps Horlogerie|other|Rabat|fr|other|900|26|by y+2|level|?not_stated|level b=1050
OASIS-CONGRES|Palais des Congrès de l'Oasis|other|Marrakech|fr|contract|160|50|by y-2|restart|390|start=6
HALVORSEN|Halvorsen Port Services|other|Dakhla|en|investment_agreement|?conflicting|22|by y+2|none|730|
QISSA|قصة للإنتاج السمعي البصري|other|Salé|ar|mou|110|16|by y+2|indirect|7|indirect
CAMPUSIA|Campusia|other|Guelmim|fr|mou|140|18|-|open|60|`
