/**
 * Names by which people are called in England. Whoever writes 'dave came on tuesday' uses a name that may stand in no
 * register: the neighbour's, the plumber's. What is an ordinary word of homes too ('black', 'wood') is left to the register.
 */
export const commonNames: ReadonlySet<string> = new Set(
  `aaron abbie abdi abdul abdullah abigail abu adam adeyemi adrian agnes ahmad ahmed aisha ajay akram alan alastair albert
  alex alexander alexandra alexandru alfie alfred ali alice alicia alison allan allen alma amanda amara amber amelia
  amina amir amit amy ana anastasia andrea andreea andrei andrew andy angel angela anita ann anna anne annie anthony
  antonio arjun arthur asha ashley asif asma audrey ava avril ayesha aziz babar babatunde baker banerjee barbara barry
  beatrice becky begum ben benjamin bernard beryl beth bethany betty beverley bhatt bilal billy bob boris bradley brandon
  brenda brian bridget bruce bryan caitlin callum calum cameron campbell carl carla carlos carly carmen carol carole
  caroline catherine cathy catriona cecilia cerys charlene charles charlie charlotte chaudhry chelsea chen cheryl chidi
  chinedu chloe chloé chris christian christina christine christopher claire clara clare clarke claudia clive colin
  connor conor courtney craig cristina cynthia daisy damian dan daniel daniela danielle danny darren dave david davies
  davis dawn dean deborah debbie declan deepak denise dennis derek diana diane dmitri dominic don donald donna doreen
  doris dorothy douglas duncan dylan eddie edith edward edwards eileen elaine eleanor elena elijah elisabeth elizabeth
  ella ellen ellie elsie emily emma emmanuel eric erica erin ethan eugene eunice eva evans eve evelyn ewan ezra farah
  farhan fatima fatma fay fiona flora florence fola frances francesca francis frank fred freda freddie frederick freya
  funmi gabriel gareth garry gary gavin gemma geoff geoffrey george georgia georgina gerald geraldine gerard gillian
  gina gladys glen glenn gloria gordon graeme graham greg gregory gupta gurpreet gwen habib haider hamza hannah hans
  harold harpreet harriet harris harry harvey hasan hassan hayley hazel heather hector helen helena henry hilary hilda
  holly howard hugh hughes hugo humphrey hussain hussein ian ibrahim idris ifeanyi ignacio igor imogen imran ioana iqbal
  irene iris isaac isabel isabella isabelle isla ismail ivan ivy iwona jackie jackson jacob jacqueline jade jake jamal
  james jamie jan jane janet janice janine jasmin jasmine jason javed jay jayden jean jeff jeffrey jennifer jenny jeremy
  jerome jess jesse jessica jill jim jimmy joan joanna joanne joao jodie joe joel johanna john johnny johnson jon
  jonathan jones jordan jose joseph josephine josh joshua josie joyce juan judith judy julia julian julie june justin
  kabir kai kamal karen karl karolina katarzyna kate katherine kathleen kathryn kathy katie katy kaur kay kayleigh keith
  kelly kelvin ken kenneth kerry kevin khadija khalid khan kieran kim kimberley kirsty kofi kowalski krishna kristina
  krzysztof kumar kwame kyle lakshmi lara laura lauren laurence layla leah leanne lee leila len leo leon leonard leroy
  lesley leslie lewis liam lily linda lindsay lindsey lisa liz lloyd logan lola lorraine louis louisa louise lucas lucy
  luigi luis luke lydia lynn lynne mabel mackenzie maddison madeleine maggie magdalena mahmood malcolm malgorzata malik
  mandy manjit manuel marcel marcin marcus margaret maria marian marie marilyn mario marion marjorie mark marlene
  martha martin martina martyn mary maryam mason mateusz matilda matt matthew maureen maurice max maxine maya megan
  mehmet mel melanie melissa mia michael michal michelle miguel mihai mike mildred millie milly miriam mitchell mo
  mohamed mohammad mohammed moira molly monica monika monique morag moses muhammad muriel musa mustafa myra nadia nadine
  naomi nasreen natalia natalie natasha nathan nathaniel neil nellie neville nguyen niall nicholas nick nicky nicola
  nicole nigel nikita nina noah noel nora noreen norma norman nusrat nuala odette okafor okonkwo olga olive oliver
  olivia olu oluwaseun omar oscar osman owen paddy pamela parveen pat patel patience patricia patrick paul paula paulina
  pauline pawel pearl pedro peggy penelope penny percy peter petra phil philip philippa phillip phillips phoebe
  phyllis piotr polly poppy pradeep priya rachael rachel rachid rafael raj rajesh ralph ramesh raymond rebecca reece
  reg regina rehana reuben rex rhys ricardo richard rick ricky rita robert roberta roberto roberts robin robinson rodney
  roger roland ron ronald ronan rory rosalind rosemary rosie ross rowan roxanne roy ruby rupert russell ruth ryan sabrina
  sadia sadie saeed saima sajid sakina salim sally salma sam samantha samina samir samuel sandeep sandra sanjay santosh
  sara sarah sasha saul scott sean sebastian serena sergio shah shahid shane shannon sharma sharon shaun sheila shelley
  sheila sheikh sherry shirley shona sian sidney silvia simon simone singh siobhan sita smith sofia solomon sonia sophia
  sophie stacey stan stanislaw stanley stefan stella stephanie stephen steve steven stewart stuart sue suleiman sunil
  sunita susan susie suzanne svetlana sydney sylvia tahir tamara tamsin tania tanya tara tariq tatiana taylor ted terence
  teresa terry thelma theo theresa thomas thompson tia tiffany tim timothy tina toby tom tomasz tommy toni tony tracey
  tracy trevor tristan tyler usha usman valerie vanessa vera vernon veronica vicky victor victoria vijay vikram vincent
  violet virginia vivian vivien walter wanda warren wayne wei wendy wilfred william williams wilson winifred winston
  xavier yasmin yolanda yousef yusuf yvette yvonne zac zachary zahra zainab zara zeynep zoe zofia`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
