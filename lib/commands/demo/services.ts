/** Offices and networks: software, outsourcing, engineering, data centres, telecoms. Columns as in industry.ts. */
export const SERVICES = `
NORDHEIM|Nordheim Digital|it_services|Casablanca|en|mou|1500|38|by y+1|risk|>60|b=820 ver money=>85@17
ALVERIS|Alvéris Conseil|it_services|Rabat|fr|mou|900|34|by y+1|track|35|b=1100 ver q
KODRELIS|Kodrelis Labs|it_services|Fès|en|mou|450|28|by y+1|ahead|?not_stated|q doc
SEFRAOUI-SYS|Sefraoui Systèmes|it_services|Fès|fr|other|300|49|in y-1|met|18|b=150
BRINDLECK|Brindleck Software|it_services|Casablanca|en|mou|250..400|20|by y+3|track|?not_stated|q
TELMESSE|Telmesse Ingiciel|it_services|Rabat|fr|mou|600|53|by y|behind|22|b=340
MANARATECH|منارة للبرمجيات|it_services|Oujda|ar|other|220|31|by y+1|behind|9|
RAQMI|رقمي الشمال|it_services|Tétouan|ar|mou|180|15|by y+2|risk|6|q
VANTORELL|Vantorell Consulting|it_services|Casablanca|en|letter_of_intent|>1000|8|by y+4|none|?not_stated|
OLDMARCH|Oldmarch Analytics|it_services|Marrakech|en|mou|350|60|by y-1|unreported|?not_stated|
ESCALIS|Escalis Cloud|it_services|Casablanca|fr|mou|2000|26|by y+1|retired|?not_stated|ev=withdrawn@11
QARAWIN|Qarawin Informatique|it_services|Fès|fr|mou|275|17|-|open|?not_stated|
LUNDQVIST|Lundqvist Interactive|it_services|Casablanca|en|mou|800|25|by y+2|open|?not_stated|level nob
PHONALIDE|Phonalide|outsourcing|Fès|fr|mou|2500|43|by y+1|track|120|b=1300 ver inv ms fix
KOLVERIS|Kolvéris Relations|outsourcing|Oujda|fr|mou|700|39|by y+1|ahead|30|q raise=850@13
SUMMERLEE|Summerlee Contact|outsourcing|Casablanca|en|mou|1800|31|by y|stale|?not_stated|b=3400 doc later=by_y+1@10
ATLANTIVOIX|Atlantivoix Services|outsourcing|Agadir|fr|other|1000|35|before y+2|none|45|
PACK-OFFSHORE|3 outsourcing companies of the spring round|outsourcing|-|en|package|3250|37|by y+1|none|?not_stated|
VOXARELLE|Voxarelle|outsourcing|Rabat|en|mou|2000|37|by y+1|none|?not_applicable|rel=part_of:PACK-OFFSHORE ver
HELPWICK|Helpwick|outsourcing|Marrakech|en|mou|750|37|by y+1|stale|?not_applicable|rel=part_of:PACK-OFFSHORE
CENTREVOIX|Centrévoix|outsourcing|Meknès|fr|mou|500|37|by y+1|behind|?not_applicable|rel=part_of:PACK-OFFSHORE
MERIDELLE|Méridelle BPO|outsourcing|Tétouan|fr|other|1200|30|by y+1|hires|?not_stated|hires
JOUDIA|جودية للخدمات|outsourcing|Laâyoune|ar|mou|400|41|by y+1|none|15|
SAHILTEL|ساحل تيل|outsourcing|Dakhla|ar|other|250|29|by y+2|lapsed|11|
BRYMORE|Brymore Back Office|outsourcing|Casablanca|en|mou|900|67|by y-2|slipped|?not_stated|b=2100 aud
TALKENNE|Talkenne|outsourcing|Salé|fr|mou|650|62|by y-2|missed|24|b=480
CLAIRVOIX|Clairvoix|outsourcing|Béni Mellal|fr|mou|300|24|by y+1|none|12|
RINGMERE|Ringmere Customer Care|outsourcing|Rabat|en|mou|1100|48|by y|met|40|b=600 ver
ECHOLINE|Écholine Maroc|outsourcing|Kénitra|fr|other|480|45|by y+1|retired|17|ev=suspended@6
DOLMENIS|Dolménis Ingénierie|engineering_services|Casablanca|fr|mou|1000|46|by y+1|ahead|?not_stated|b=>1250 doc
STELLENBY|Stellenby Design|engineering_services|Casablanca|en|mou|500|32|by y+2|track|28|b=700 q
AXEVERT|Axevert R&D|engineering_services|Rabat|fr|mou|350|23|in y+1-H1|track|?not_stated|ver
KARSTENFELD|Karstenfeld Testing|engineering_services|Khouribga|en|contract|85|40|before y+1|risk|54|b=20
NOUVELINE|Nouvéline Études|engineering_services|Tanger|fr|mou|400|56|by y-1|unreported|?not_stated|
TALINTAR|Talintar Engineering|engineering_services|Casablanca|en|framework|1500|2|by y+4|early|?not_stated|
IMTIAZENG|امتياز للهندسة|engineering_services|Rabat|ar|other|120|33|end y+1|track|4|
HAVRECLOUD|Havrecloud|data_centres|Nouaceur|en|mou|>120|27|by y+3|none|2600|
DATARIF|Datarif|data_centres|Tétouan|fr|investment_agreement|140|18|by y+2|none|1900|direct
SILOVANE|Silovane|data_centres|Dakhla|en|mou|?withheld|11|by y+5|none|>4500|ann
KORVALD|Korvald Hosting|data_centres|Casablanca|en|contract|60|36|by m+8|risk|380|inv
TELSANOR|Télsanor Réseaux|telecoms|-|fr|framework|600|47|by y+1|stale|7200|
FIBRENEL|Fibrenel du Sud|telecoms|Laâyoune+Dakhla|fr|investment_agreement|210|33|by y+2|none|640|
NAJMCOM|نجم كوم|telecoms|Errachidia|ar|investment_agreement|160|26|by y+1|none|95|
GUARDELLE|Guardelle Cyber|cybersecurity|Rabat|en|mou|~150|46|by y+1|behind|?not_stated|b=35
SENTIVAL|Sentival|cybersecurity|Rabat|fr|mou|200|21|by m+26|track|12|q
HISNTECH|حصن تك|cybersecurity|Benguerir|ar|other|90|1|by y+3|early|5|
CYPHERON|Cypheron Watch|cybersecurity|Casablanca|en|mou|125|51|by y-1|retired|?not_stated|ev=terminated@19`
