import type { Language } from './language'
import type { Random } from './random'

/** What a source says beside a figure: occasion | English | French | Arabic. */
const TABLE = `
ahead|Hiring ran faster than planned after a second client order.|Les recrutements ont devancé le plan après une deuxième commande.|فاق التوظيف المخطط بعد طلبية ثانية.
ahead|The training centre opened early and filled two cohorts.|Le centre de formation a ouvert en avance et formé deux promotions.|افتتح مركز التكوين قبل موعده وكون فوجين.
risk|Customs clearance of the machines took longer than expected.|Le dédouanement des machines a pris plus de temps que prévu.|تأخر التخليص الجمركي للآلات.
risk|Hiring waits for the second building.|Les embauches attendent le deuxième bâtiment.|التوظيف في انتظار البناية الثانية.
behind|Construction began fourteen months after the signature.|Le chantier a démarré quatorze mois après la signature.|انطلقت الأشغال بعد أربعة عشر شهرا من التوقيع.
behind|The connection to the grid is still pending.|Le raccordement au réseau est toujours attendu.|ما زال الربط بالشبكة منتظرا.
reversed|A customer left and a shift was closed.|Un client est parti et une équipe a été fermée.|غادر أحد الزبناء وأغلق فوج عمل.
slipped|A workshop closed in the spring; the head count fell below the promise again.|Un atelier a fermé au printemps ; l’effectif est repassé sous la promesse.|أغلقت ورشة في الربيع وتراجع العدد عن الالتزام.
late|The promise was reached some months after its day.|La promesse a été atteinte quelques mois après l’échéance.|تحقق الالتزام بعد أشهر من أجله.
met|The company says that the plant is fully staffed.|La société indique que le site est au complet.|تقول الشركة إن الموقع اكتملت أطقمه.
missed|The company cites the price of energy.|La société invoque le prix de l’énergie.|تعزو الشركة ذلك إلى كلفة الطاقة.
raise|Extension of the project agreed by both sides|Extension du projet convenue entre les parties|توسعة المشروع باتفاق الطرفين
cut|Smaller first phase agreed by both sides|Première phase réduite, convenue entre les parties|تقليص المرحلة الأولى باتفاق الطرفين
later|Works delayed; new deadline agreed|Retard des travaux ; nouvelle échéance convenue|تأخر الأشغال واتفاق على أجل جديد
corr|The first source misprinted the number; the signed text was published later|Coquille dans la première source ; le texte signé a été publié ensuite|خطأ في المصدر الأول ونشر النص الموقع لاحقا
money|Second financing round added to the agreement|Deuxième tour de table ajouté à l’accord|إضافة تمويل ثان إلى الاتفاقية
in_force|Decree published|Décret publié|صدور المرسوم
suspended|Works halted until the land question is settled|Travaux arrêtés en attendant le règlement du foncier|توقفت الأشغال إلى حين تسوية العقار
terminated|Agreement ended by both parties|Accord résilié d’un commun accord|فسخ الاتفاقية باتفاق الطرفين
withdrawn|The company withdrew its project|La société a retiré son projet|سحبت الشركة مشروعها
superseded|Replaced by a new investment agreement|Remplacé par un nouvel accord d’investissement|عوضت باتفاقية استثمار جديدة
completed|Closing report approved by the follow-up committee|Rapport de clôture approuvé par le comité de suivi|صادقت لجنة التتبع على التقرير الختامي
project_start|Land handed over|Remise du terrain|تسليم العقار
site|Moroccan sites of the company|Sites marocains de la société|مواقع الشركة بالمغرب
site|The promised site only|Le seul site promis|الموقع موضوع الالتزام فقط
vague|Nothing is said about the kind of contracts.|La nature des contrats n’est pas précisée.|لم تحدد طبيعة العقود.
vague|The number of people hired before the signature is not given.|Le nombre de personnes embauchées avant la signature n’est pas donné.|لم يذكر عدد العاملين قبل التوقيع.
overlaps|How this and the earlier agreement relate is stated nowhere.|Rien ne dit comment cet accord et le précédent se recoupent.|لم يذكر كيف ترتبط هذه الاتفاقية بسابقتها.
duplicate_of|The same ceremony, entered from a second source.|La même cérémonie, saisie depuis une seconde source.|المراسيم نفسها من مصدر ثان.
same_money|The amount is that of the framework signed before.|Le montant est celui du cadre signé auparavant.|المبلغ هو مبلغ الإطار الموقع سابقا.
implements|Carries out the first phase of the earlier text.|Met en œuvre la première phase du texte précédent.|تنفيذ للمرحلة الأولى من النص السابق.
supersedes|Replaces the memorandum.|Remplace le mémorandum.|تعوض مذكرة التفاهم.
part_of|One of the projects announced together.|L’un des projets annoncés ensemble.|أحد المشاريع المعلنة معا.
fixed|Restated by the company after its own audit.|Chiffre rectifié par la société après son propre audit.|رقم صححته الشركة بعد تدقيقها.
first|First count, before temporary staff were left out.|Premier décompte, intérimaires compris.|إحصاء أول يشمل العمال المؤقتين.
doubt|A forum post; nobody confirms it.|Message d’un forum, que personne ne confirme.|منشور في منتدى لم يؤكده أحد.`

const REMARKS = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|'))

/** A remark for an occasion, empty where the tables have none. */
export function remark(occasion: string, language: Language, random: Random): string {
  const column = { en: 1, fr: 2, ar: 3 }[language]
  const [first, ...others] = REMARKS.filter(([code]) => code === occasion)
  return first ? (random.pick([first, ...others])[column] ?? '') : ''
}
