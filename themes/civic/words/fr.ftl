### Les mots de l’interface en français. Espaces insécables fines devant ; ! ? % et dans les guillemets, insécables devant deux-points et après n°.
### Arguments : « day » est un nombre ; « year », « hour » et « minute » sont des textes (ni séparateur de milliers ni zéro perdu).

## Page, menus, repères
skip-link = Aller au contenu
menu-label = Menu
site-menu-label = Menu de l’archive
consultation-menu-label = Menu de la consultation
breadcrumb-label = Fil d’Ariane
footer-menu-label = Pied de page
menu-home = Accueil
menu-consultations = Consultations
menu-presentation = Présentation
menu-topics = Thèmes
menu-data = Données
menu-method = Méthode
example-notice = Exemple inventé : la commune, les personnes et les textes de cette archive n’existent pas.
published-by = Archive publiée par
licence-label = Licence :
made-with = Site produit par le logiciel libre
print-address = Adresse de cette page :
feed-link = S’abonner (flux Atom)
feed-title = Dernières contributions archivées
colon = {" :"}
comma = ,
percent = { $value } %
percent-below = moins de 1 %
next = Suivante
previous = Précédente
next-page = Page suivante
previous-page = Page précédente
page-label = Page
pager-label = Pages de la liste
comment-pages-label = Pages de commentaires
order-how = Comment cet ordre est calculé
same-list = Les mêmes contributions :
ranks-of-all = Les rangs sont ceux de toute la consultation.
list-limited = Les { $shown } premières sur { $total } dans cet ordre.
list-complete = Liste complète :
list-table = Toutes, en tableau (CSV)
order-label = Ordre de la liste
tables-label = Tables
not-found = Cette page n’existe pas dans l’archive. Vérifiez l’adresse : elle a peut-être été mal recopiée. Les adresses des contributions ne changent jamais.
moved = Cette page a changé d’adresse. La nouvelle page va s’ouvrir.
moved-link = Aller à la nouvelle adresse

## Titres de parties
heading-figures = En chiffres
heading-honesty = Ce que ces chiffres disent, et ne disent pas
heading-featured = À la une
heading-all-consultations = Toutes les consultations
heading-contributions = Contributions
heading-comments = Commentaires
heading-votes = Votes
heading-how = Comment on participait
heading-came = Ce qui en est sorti
read-synthesis = Lire la synthèse
outcomes-count =
    { $count ->
        [one] { $count } suite donnée
       *[other] { $count } suites données
    }
more-all = Voir toutes les contributions ({ $count })
heading-divisive = Les contributions qui divisent le plus
heading-topics = Thèmes
heading-subtopics = Sous-thèmes
heading-otherwise = Parcourir autrement
heading-placeholders = Contributions citées, mais absentes des fichiers reçus
heading-translations = Traductions
heading-platform-data = Données de la plateforme
heading-about = À propos de cette contribution
heading-ranks = Sa place dans les classements
heading-outcomes = Ce que cette contribution est devenue
cite-short = Citer
heading-cite = Citer cette page
heading-neighbours = Contributions voisines dans le classement :
heading-others = Autres fichiers
heading-rankings = Les classements
heading-groupings = Les regroupements
heading-sources = Les fichiers d’origine
heading-notes = Remarques sur les fichiers lus
heading-set-aside = Lignes écartées, et pourquoi
heading-differences = Nombres annoncés, nombres comptés
heading-orphans = Réponses à des textes absents
heading-normalisation = Ce qui a été modifié dans les textes et les dates
heading-privacy = Les personnes
intro-divisive = Celles qui ont reçu beaucoup de votes pour et presque autant de votes contre.
intro-placeholders = Des commentaires, des votes ou des réponses portent sur ces contributions, mais leur texte n’est dans aucun des fichiers reçus. Chacune a sa page ; elle n’est pas classée.
intro-data = Toutes les données de cette consultation, à télécharger librement. Elles permettent de recalculer chaque chiffre du site.
intro-method = Comment cette archive a été faite : d’où viennent les textes, comment ils sont classés, ce qui a été écarté et pourquoi.
intro-sources = Chaque ligne lue est soit conservée, soit écartée avec son motif.
intro-orphans =
    { $count ->
        [one] { $count } réponse porte sur un texte absent des fichiers reçus. Elle est conservée et reste lisible.
       *[other] { $count } réponses portent sur un texte absent des fichiers reçus. Elles sont conservées et restent lisibles.
    }

## Comptes
contributions-count =
    { $count ->
        [one] { $count } contribution
       *[other] { $count } contributions
    }
comments-count =
    { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
votes-count =
    { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }
rows-count =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
columns-count =
    { $count ->
        [one] { $count } colonne
       *[other] { $count } colonnes
    }
times-count =
    { $count ->
        [one] { $count } fois
       *[other] { $count } fois
    }
more-contributions =
    { $count ->
        [one] Voir la contribution
       *[other] Voir les { $count } contributions
    }
ranked-count =
    { $count ->
        [one] { $count } contribution classée.
       *[other] { $count } contributions classées.
    }
ties-count =
    { $count ->
        [one] Aucune égalité.
       *[other] Dont { $count } à égalité avec au moins une autre.
    }
set-aside-count =
    { $count ->
        [one] { $count } ligne des fichiers d’origine n’a pas été reprise. La voici, avec le motif.
       *[other] { $count } lignes des fichiers d’origine n’ont pas été reprises. Les voici, avec le motif.
    }
set-aside-file = Liste complète (CSV)
first-of = les { $count } premières sur { $total }
shown-range = { $start } à { $end } sur { $total }
label-consultations =
    { $count ->
        [one] consultation
       *[other] consultations
    }
label-contributions =
    { $count ->
        [one] contribution
       *[other] contributions
    }
label-comments =
    { $count ->
        [one] commentaire
       *[other] commentaires
    }
label-votes =
    { $count ->
        [one] vote
       *[other] votes
    }
label-authors =
    { $count ->
        [one] auteur ou autrice
       *[other] auteurs et autrices
    }
none-consultations = Aucune consultation n’est encore archivée ici.
none-contributions = Aucune contribution ici.
comments-announced =
    { $count ->
        [one] La plateforme annonce { $count } commentaire ; son texte n’est pas dans les fichiers reçus.
       *[other] La plateforme annonce { $count } commentaires ; leurs textes ne sont pas dans les fichiers reçus.
    }
none-comments = Les fichiers de la plateforme ne contiennent aucun commentaire sur cette contribution.
none-set-aside = Aucune : toutes les lignes lues ont été conservées.

## Consultation
label-dates = Dates
label-organiser = Organisée par
label-publisher = Archive publiée par
label-territory = Territoire
label-audience = Qui pouvait participer
label-method = Comment on participait
label-platforms = Plateforme
label-rankings = Par classement
label-groupings = Par regroupement
topic-all = Toutes les contributions
topic-none = Sans thème
placeholders-more = Voir toute la liste

## Contribution
untitled = Sans titre
body-empty = Aucun texte de cette contribution n’a été lu dans les fichiers de la plateforme.
updated-label = modifiée le
parent-label = Se rattache à :
missing-parent = Ce texte n’est dans aucun des fichiers reçus : nous savons seulement qu’il a existé.
status-reason = Motif :
status-published = Texte publié
status-withdrawn = Texte retiré par la personne qui l’a écrit
status-moderated = Texte masqué par la modération
status-erased = Texte effacé à la demande d’une personne
status-missing = Absente des fichiers reçus
status-gone = Absente du dernier export
label-topic = Thème
label-tags = Mots-clés
label-place = Lieu
label-source = Page d’origine
label-origin = Fichier d’origine
row-label = ligne
source-link = Voir sur la plateforme d’origine
source-withheld = Le lien vers la page d’origine n’est pas publié : il ferait connaître le nom de la personne.
copy-link = Copier l’adresse
copied-link = Adresse copiée
cite-sentence = { $author }, « { $title } », { $kind }, { $consultation }, { $publisher }, { $year }.
kind-proposal = Proposition
kind-proposal-plural = Propositions
kind-opinion = Avis
kind-opinion-plural = Avis
kind-amendment = Amendement
kind-amendment-plural = Amendements
kind-question = Question
kind-question-plural = Questions
kind-answer = Réponse
kind-answer-plural = Réponses
kind-report = Signalement
kind-report-plural = Signalements
kind-petition = Pétition
kind-petition-plural = Pétitions
kind-statement = Déclaration
kind-statement-plural = Déclarations
kind-source = Source
kind-source-plural = Sources

## Auteurs et autrices
author-anonymous = Nom non publié
author-pseudonym = Compte { $code }
author-others =
    { $count ->
        [one] 1 autre contribution
       *[other] { $count } autres contributions
    }
author-collective-size =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
author-kind-person = Personne
author-kind-organisation = Organisation
author-kind-collective = Collectif
author-kind-unknown = Type non précisé

## Votes
vote-for = pour
vote-alone =
    { $count ->
        [one] soutien
       *[other] soutiens
    }
vote-against = contre
vote-neutral =
    { $count ->
        [one] neutre
       *[other] neutres
    }
vote-basis-declared = Nombres annoncés par la plateforme : elle n’a pas fourni les votes un par un.
vote-basis-confirmed = Nombres annoncés par la plateforme. En comptant les votes un par un dans ses fichiers, nous trouvons les mêmes.
vote-basis-counted = Nombres que nous avons comptés, vote par vote, dans les fichiers de la plateforme.
vote-basis-none = Aucun vote pour cette contribution n’a été lu dans les fichiers de la plateforme.
votes-differ = La plateforme annonce un nombre ; ses fichiers en contiennent un autre. Nous publions les deux.
column-declared = Annoncé
column-counted = Compté

## Commentaires
side-for = Pour
side-against = Contre
side-neutral = Neutre
side-none = Sans position
chips-label = Choisir un camp
chip-all = Tous
in-reply-to = en réponse à
comment-link = n°
orphan-comments =
    { $count ->
        [one] Un commentaire répond ici à un texte qui n’est pas dans les fichiers reçus.
       *[other] { $count } commentaires répondent ici à des textes qui ne sont pas dans les fichiers reçus.
    }
replies-folded =
    { $count ->
        [one] Une autre réponse
       *[other] { $count } autres réponses
    }
thread-next = Fil suivant
comment-basis-counted = Commentaires comptés dans les fichiers de la plateforme.
comment-basis-none = Les fichiers de la plateforme ne disent rien des commentaires.

## Classements
rank-of =
    { $rank ->
        [1] 1re
       *[other] { $rank }e
    } sur { $of }
tied = ex æquo
tied-with =
    { $count ->
        [one] à égalité avec { $count } autre
       *[other] à égalité avec { $count } autres
    }
score-label = score
ranks-scope = Le rang compare les contributions publiées de même nature, dans cette consultation seulement.
ranking-ties = À score égal, les contributions ont le même rang (1, 2, 2, 4). Entre elles, la plus ancienne est montrée d’abord ; celles sans date viennent à la fin. Seules les contributions publiées sont classées, chaque nature à part.
ranking-support = Les plus soutenues
ranking-support-short = Soutien
ranking-support-rule = Le score est le nombre de votes pour moins le nombre de votes contre. Un sens que personne ne pouvait voter dans cette consultation ne compte pas ; là où un sens existe et où le nombre d’une contribution n’est pas connu, elle n’a ni score ni rang.
ranking-support-why = Votes pour : { $for } ; votes contre : { $against } ; différence : { $score }.
ranking-support-why-alone = Soutiens : { $for }. Aucun vote contre n’a été lu.
ranking-support-no-inputs = Ce classement n’est pas publié : aucun vote pour ni soutien n’a été lu dans les fichiers de la plateforme.
ranking-support-no-difference = Ce classement n’est pas publié : moins de deux contributions diffèrent par leurs votes pour moins votes contre.
ranking-approval = Les plus approuvées
ranking-approval-short = Approbation
ranking-approval-rule = C’est la part des votes pour, corrigée : une part obtenue avec peu de votes pèse moins que la même part obtenue avec beaucoup. Calcul : borne basse de l’intervalle de Wilson à 95 % (z = 1,959964) de la part des votes pour parmi les votes pour et contre, multipliée par un million et arrondie vers le bas ; 0 sans vote.
ranking-approval-why = Votes pour : { $for } ; votes contre : { $against } ; part des votes pour, corrigée : { $percent } %, soit un score de { $score }.
ranking-approval-no-inputs = Ce classement n’est pas publié : il lui faut des votes pour et des votes contre, qui n’ont pas été lus tous deux dans les fichiers de la plateforme.
ranking-approval-no-difference = Ce classement n’est pas publié : toutes les contributions ont le même score.
ranking-divisive = Celles qui divisent le plus
ranking-divisive-short = Division
ranking-divisive-rule = Le score est élevé quand les votes pour et les votes contre sont nombreux et presque à égalité. Calcul : 1 000 × m × m ÷ M, arrondi vers le bas, où m est le plus petit des deux nombres et M le plus grand (1 là où c’est 0). À score égal, la contribution qui a le plus de votes pour et contre au total passe devant. Celles dont un des deux nombres n’est pas connu n’ont pas de score.
ranking-divisive-why = Votes pour : { $for } ; votes contre : { $against } ; score : { $score }.
ranking-divisive-no-inputs = Ce classement n’est pas publié : il lui faut des votes pour et des votes contre, qui n’ont pas été lus tous deux dans les fichiers de la plateforme.
ranking-divisive-no-difference = Ce classement n’est pas publié : moins de deux contributions ont un score différent.
ranking-debated = Les plus commentées
ranking-debated-short = Débat
ranking-debated-rule = Le score est le nombre de commentaires : ceux que nous avons comptés ou, à défaut, le nombre annoncé par la plateforme.
ranking-debated-why =
    { $comments ->
        [one] { $comments } commentaire.
       *[other] { $comments } commentaires.
    }
ranking-debated-no-inputs = Ce classement n’est pas publié : rien n’a été lu des commentaires dans les fichiers de la plateforme.
ranking-debated-no-difference = Ce classement n’est pas publié : toutes les contributions ont le même nombre de commentaires.
ranking-weighted = Soutien et participants des ateliers
ranking-weighted-short = Soutien pondéré
ranking-weighted-rule = Le score est celui du soutien : votes pour moins votes contre. Quand un collectif a écrit, on y ajoute le nombre de ses membres ; si ce nombre n’est pas connu, il n’y a pas de score.
ranking-weighted-why = Soutien : { $support } ; membres du collectif : { $size } ; total : { $score }.
ranking-weighted-no-inputs = Ce classement n’est pas publié : il lui faut un collectif dont la taille est connue, et des votes pour là où il y a des votes contre.
ranking-weighted-no-difference = Ce classement n’est pas publié : toutes les contributions ont le même total.
ranking-recent = Les plus récentes
ranking-recent-short = Date
ranking-recent-rule = De la plus récente à la plus ancienne, à la seconde près. Sans date, pas de rang.
ranking-recent-why = Date de dépôt : { $date }.
ranking-recent-no-inputs = Ce classement n’est pas publié : aucune date n’a été lue dans les fichiers de la plateforme.
ranking-recent-no-difference = Ce classement n’est pas publié : toutes les contributions ont la même date.
no-rank-withdrawn = Cette contribution a été retirée par la personne qui l’a écrite : elle n’est pas classée.
no-rank-moderated = Cette contribution a été masquée par la modération : elle n’est pas classée.
no-rank-erased = Cette contribution a été effacée sur demande : elle n’est pas classée.
no-rank-gone = Cette contribution n’est plus dans le dernier export de la plateforme : elle n’est pas classée.
no-rank-undated = Cette contribution n’a pas de date dans les fichiers reçus : elle n’est pas classée par date.
no-rank-missing = Cette contribution est citée dans les fichiers reçus, mais son texte n’y est pas : elle n’est pas classée.

## Regroupements
column-group = Groupe
grouping-topic = Par thème
grouping-topic-rule = Chaque contribution est comptée dans son thème principal. Les sous-thèmes sont aussi comptés dans le thème qui les contient.
grouping-kind = Par nature
grouping-kind-rule = Proposition, avis, amendement, question… : la nature que lui donne la plateforme.
grouping-month = Par mois
grouping-month-rule = Le mois de la date de dépôt, à l’heure locale de la consultation.
grouping-author-kind = Par type d’auteur
grouping-author-kind-rule = Personne, organisation ou collectif, comme le disent les fichiers de la plateforme.
grouping-place = Par lieu
grouping-place-rule = Le lieu tel qu’il est écrit : deux orthographes comptent pour deux lieux.
grouping-opinion-group = Par groupe de votants
grouping-opinion-group-rule = Groupes de personnes qui ont voté de façon semblable, tels que la plateforme les a calculés ; les chiffres et l’ordre sont ceux des votes du groupe lui-même. Une contribution figure dans chaque groupe qui s’est prononcé sur elle.
opinion-group-name = Groupe { $name }
opinion-group-order = D’abord celles que ce groupe soutient le plus : ses votes pour moins ses votes contre. Les chiffres sont ceux de ce groupe seulement.
heading-opinion-groups = Votes par groupe
heading-common = Ce que les groupes ont en commun
about-common = Les contributions sur lesquelles tous les groupes ont voté le plus semblablement, pour ou contre : on multiplie entre elles les parts de chaque groupe qui ont dit la même chose. Chaque vote compte dans son propre groupe ; on y ajoute un vote pour et un vote contre, afin que quelques votes pèsent peu.
heading-dividing = Ce qui sépare les groupes
about-dividing = Les contributions où les parts de votes pour de deux groupes diffèrent le plus.
heading-side-by-side = Les groupes côte à côte
heading-hidden-voted = Masquées ici, mais soumises au vote
group-none-opinion-group = Aucun groupe ne s’est prononcé
group-none-topic = Sans thème
group-none-kind = Nature inconnue
group-none-month = Sans date
group-none-author-kind = Type d’auteur inconnu
group-none-place = Sans lieu

## Honnêteté des chiffres
honesty-votes-declared = Les nombres de votes sont ceux que la plateforme annonce ; ses fichiers ne permettent pas de les recompter.
honesty-votes-sample = Les fichiers ne contiennent qu’une partie des votes ({ $counted } sur { $declared }) : nous publions les nombres annoncés.
honesty-no-comments = Les fichiers de la plateforme ne contiennent pas les commentaires ; il y en a peut-être eu.
honesty-no-authors = Les fichiers ne disent pas qui a écrit quoi : on ne sait pas combien de personnes ont participé.
honesty-set-aside =
    { $count ->
        [one] { $count } ligne des fichiers d’origine a été écartée ; la page « Méthode » dit pourquoi.
       *[other] { $count } lignes des fichiers d’origine ont été écartées ; la page « Méthode » dit pourquoi.
    }
honesty-not-representative = Ces chiffres décrivent les personnes qui ont choisi de participer, pas l’opinion de toute la population.

## Vie privée
privacy-pseudonym = Les personnes apparaissent sous un code (un pseudonyme), propre à cette consultation.
privacy-initials = Les personnes apparaissent par leurs initiales.
privacy-name = Les personnes apparaissent sous le nom que la plateforme affichait publiquement.
privacy-source-links-withheld = Les liens vers les pages d’origine, qui donneraient les noms, ne sont pas publiés.
privacy-columns = Les colonnes qui contiennent des données personnelles (adresse électronique, téléphone, adresse, date de naissance, adresse IP…) n’arrivent ni sur le site ni dans les données.
columns-of = Colonnes non reprises, fichier
columns-unused = Non utilisées
columns-personal = Écartées, car personnelles

## Ce qui a été modifié
normalisation-markup = La mise en forme a été simplifiée : paragraphes, listes, liens, gras et italique restent. Les images venues d’autres sites, les vidéos et les programmes glissés dans les textes ont été retirés.
normalisation-dates = Les dates ont été réécrites sous une seule forme (ISO 8601). Celles qui n’ont pas pu être lues sont laissées vides et signalées.
normalisation-whitespace = Les espaces superflus et les caractères invisibles ont été retirés. L’orthographe et la ponctuation n’ont pas été touchées.
normalisation-formula-prefix = Certaines plateformes ajoutent une apostrophe devant les cellules qui ressemblent à des formules. Elle a été retirée.
normalisation-zone-unknown = Aucun fuseau horaire n’a été déclaré pour cette consultation : les heures sans fuseau sont lues dans celui de leur plateforme quand il est connu, sinon en UTC.
normalisation-zone = Quand une heure ne dit pas son fuseau horaire, c’est celui de la consultation qui a été pris.
repaired-texts =
    { $count ->
        [one] Un texte de { $file } avait des accents abîmés et a été réparé ({ $rule }).
       *[other] { $count } textes de { $file } avaient des accents abîmés et ont été réparés ({ $rule }).
    }
repaired-example = Par exemple, « { $before } » est devenu « { $after } ».
repair-utf8-windows = lettres accentuées écrites en UTF-8, mais lues un jour comme du Windows-1252
repair-utf8-mac = lettres accentuées écrites en UTF-8, mais lues un jour comme du MacRoman
repair-windows-mac = lettres accentuées écrites en Windows-1252, mais lues un jour comme du MacRoman
repair-windows-latin = lettres accentuées écrites en Windows-1252, mais lues un jour comme de l’ISO-8859-1

## Changements entre les exports
menu-changes = Ce qui a changé entre les exports
intro-changes = La plateforme a été exportée plusieurs fois. C’est le dernier export qui est publié ici ; cette page dit en quoi il diffère des précédents. Ce qu’un export ne contient plus garde sa page et son adresse.
intro-editions =
    { $count ->
        [one] La plateforme a été exportée une fois.
       *[other] La plateforme a été exportée { $count } fois. Chaque export a été lu à part ; c’est le dernier qui est publié.
    }
edition-all = tous
gone-reason = absente de l’export du { $absent } ; présente pour la dernière fois dans celui du { $last }
changes-pair = Du { $before } au { $after }
changes-pairs-label = Exports comparés
changes-small = Cet export contient moins de la moitié des contributions du précédent : il n’est peut-être pas complet.
changes-none = Rien n’a changé d’un export à l’autre.
changes-added = Ajoutées
changes-added-label =
    { $count ->
        [one] ajoutée
       *[other] ajoutées
    }
changes-removed = Absentes du nouvel export
changes-removed-label =
    { $count ->
        [one] n’y est plus
       *[other] n’y sont plus
    }
changes-edited = Modifiées
changes-edited-label =
    { $count ->
        [one] modifiée
       *[other] modifiées
    }
changes-counts = Nombres modifiés
changes-counts-label = dont les nombres ont changé
changes-comments = Commentaires : ajoutés, { $added } ; disparus, { $removed } ; modifiés, { $edited }.
changes-lengths = { $before } → { $after } caractères
changes-back = déjà dans un export antérieur
changes-file = Liste complète (CSV)
change-title = Titre :
change-body = Texte :
change-topic = Thème :
change-status = État :
change-votes_for = Votes pour
change-votes_against = Votes contre
change-votes_neutral = Votes neutres
change-comment_count = Commentaires
column-edition = Export
column-before = Avant
column-after = Après
caption-editions = Ce que contiennent les deux exports
caption-counts = Contributions dont les nombres ont changé

## Suites données
outcome-status-accepted = Retenue
outcome-status-partly = Retenue en partie
outcome-status-refused = Non retenue
outcome-status-in_progress = En cours de réalisation
outcome-status-done = Réalisée
outcome-status-evaluating = À l’étude

## Données et méthode
column-name = Colonne
column-type = Type
column-description = Description
column-example = Exemple
column-file = Fichier
column-profile = Profil de lecture
column-format = Format
column-read = Lignes lues
column-kept = Conservées
column-set-aside = Écartées
column-row = Ligne
column-code = Code
column-reason = Motif
column-contribution = Contribution
column-what = Nombre de
label-licence = Licence
label-cite-data = Citer ces données
caption-columns = Colonnes de la table
caption-differences = Contributions dont les deux nombres diffèrent
caption-sources = Fichiers lus pour cette consultation
hash-title = Empreinte du fichier
sql-label = Le même classement en SQL
table-contributions = Contributions
table-contributions-about = Une ligne par contribution : son texte, qui l’a écrite, ses votes, ses rangs et son adresse dans l’archive.
table-comments = Commentaires
table-comments-about = Une ligne par commentaire, rattaché à sa contribution et au commentaire auquel il répond.
table-topics = Thèmes
table-topics-about = L’arbre des thèmes : chacun avec celui qui le contient.
table-contribution_topics = Thèmes des contributions
table-contribution_topics-about = Tous les thèmes et mots-clés de chaque contribution.
table-fields = Champs de la plateforme
table-fields-about = Les autres renseignements que la plateforme donne sur une contribution, tels quels.
table-translations = Traductions
table-translations-about = Les titres et textes des contributions dans d’autres langues.
table-groups = Groupes
table-groups-about = Pour chaque regroupement (thème, nature, mois…), le groupe de chaque contribution : une ligne par contribution et par regroupement.
table-workshops = Ateliers
table-workshops-about = Les réunions : lieu, date, nombre de participants, contributions qui en viennent.
table-outcomes = Suites données
table-outcomes-about = Les réponses, décisions et engagements, et les contributions qu’ils citent.
table-votes = Votes
table-votes-about = Les votes par contribution et par jour.
table-changes = Changements entre les exports
table-changes-about = Ce qui diffère de l’export précédent : contributions ajoutées, disparues, modifiées, ou dont les nombres ont changé. Une ligne par changement ; les textes ne sont pas cités.
table-set_aside = Lignes écartées
table-set_aside-about = Les lignes des fichiers d’origine qui ont été écartées, avec leur motif.
cite-data = « { $consultation } », jeu de données, { $publisher }, { $year }.
data-title = Données : { $title }
data-about-dictionary = Le dictionnaire : chaque colonne de chaque table, expliquée.
data-about-datapackage = Le schéma Frictionless, lisible par les logiciels : types et clés des colonnes, tailles et empreintes SHA-256 des fichiers CSV.
data-about-readme = La fiche des données, à lire en premier : comment elles ont été recueillies, ce que contient chaque fichier et ce qu’elles ne disent pas.

## Tailles de fichiers
bytes = { $value } octets
kilobytes = { $value } ko
megabytes = { $value } Mo
gigabytes = { $value } Go

## Fiche des données (README.md)
card-collection = Comment ces données ont été recueillies
card-label = { $label } :
card-files = Les fichiers
card-format = Les fichiers CSV sont en UTF-8, séparés par des virgules, avec des fins de ligne CRLF ; les dates suivent la norme ISO 8601 et une cellule vide est une valeur manquante. Les fichiers JSON contiennent les mêmes lignes. Chaque colonne est décrite dans dictionary.csv et dans datapackage.json.
card-limits = Ce que ces données ne disent pas
card-limit-ranks = Un rang compare les contributions publiées de même nature, dans une seule consultation. La page « Méthode » donne les règles.
card-limit-declared = Les nombres de votes peuvent être ceux que la plateforme annonce ou ceux que l’on compte dans les lignes des fichiers : la colonne votes_basis dit lesquels sont publiés. Les uns et les autres sont conservés.
card-source =
    { $read ->
        [one] { $read } ligne lue
       *[other] { $read } lignes lues
    }, { $kept ->
        [one] { $kept } conservée
       *[other] { $kept } conservées
    }, { $aside ->
        [one] { $aside } écartée
       *[other] { $aside } écartées
    }

## Mots-clés pour les portails
keyword-consultation = consultation publique
keyword-participation = participation citoyenne
keyword-democracy = démocratie participative

## Colonnes des tables
column-about-group-votes-for = Nombre de votes pour des membres du groupe ; seulement dans le regroupement par groupe de votants.
column-about-group-votes-against = Nombre de votes contre des membres du groupe ; seulement dans le regroupement par groupe de votants.
column-about-group-votes-neutral = Nombre de votes neutres des membres du groupe ; seulement dans le regroupement par groupe de votants.
column-about-consultation-id = Identifiant de la consultation, le même dans toutes ses tables et dans les adresses de ses pages ; jamais vide.
column-about-contribution-id = Identifiant de la contribution, celui de la plateforme ou, à défaut, calculé d’après son contenu, unique parmi les contributions de même nature de la consultation ; jamais vide.
column-about-kind = Nature de la contribution : proposal (proposition), opinion (avis), amendment (amendement), question (question), answer (réponse), report (signalement), petition (pétition), statement (déclaration) ou source (source) ; jamais vide.
column-about-parent-kind = Nature de la contribution à laquelle celle-ci se rattache, avec les mêmes mots que kind ; vide si elle ne se rattache à aucune.
column-about-parent-id = Identifiant de la contribution à laquelle celle-ci se rattache (qu’elle amende, à laquelle elle répond ou qu’elle appuie), à lire avec parent_kind ; vide si elle ne se rattache à aucune.
column-about-topic-id = Identifiant du thème, le même que dans la table topics ; pour une contribution, celui de son thème principal ; vide sans thème, ou pour un mot-clé.
column-about-topic-title = Titre du thème principal de la contribution ; vide si elle n’a pas de thème.
column-about-title = Titre, en texte brut, de ce que décrit la ligne (contribution, thème, mot-clé, groupe, traduction ou suite donnée) ; vide s’il manque dans les fichiers reçus ou s’il est masqué.
column-about-body = Texte, sans mise en forme, de ce que décrit la ligne (contribution, commentaire, traduction ou suite donnée) ; vide s’il manque dans les fichiers reçus ou s’il est masqué.
column-about-author-id = Code de la personne qui a écrit, un pseudonyme stable dans une même consultation et différent d’une consultation à l’autre ; vide si les fichiers ne disent pas qui a écrit ou si le texte est masqué.
column-about-author-name = Nom de l’organisation ou du collectif, ou de la personne quand l’archive publie les noms ; vide dans tous les autres cas.
column-about-author-kind = Type d’auteur : person (personne), organisation (organisation), collective (collectif) ou unknown (les fichiers ne le disent pas) ; vide quand author_id est vide.
column-about-author-size = Nombre de personnes du collectif qui a écrit ; vide si ce n’est pas un collectif ou si sa taille est inconnue.
column-about-created-at = Date de dépôt au format ISO 8601 : date et heure avec le décalage horaire (minuit si seul le jour est connu), ou jour seul quand les fichiers ne donnent que des jours ; vide si la date manque ou n’a pas pu être lue.
column-about-created-unix = Le même instant en secondes entières depuis le 1970-01-01 en UTC (d’un jour seul, son minuit UTC) : c’est ce que trie le classement par date, à l’identique dans tout moteur ; vide là où created_at l’est.
column-about-updated-at = Date de la dernière modification, sous la même forme que created_at ; vide si les fichiers n’en donnent pas ou si elle n’a pas pu être lue.
column-about-status = État du texte : published (publié), withdrawn (retiré par la personne qui l’a écrit, ou absent du dernier export), moderated (masqué par la modération) ou erased (effacé sur demande) ; jamais vide.
column-about-language = Langue du texte, en code ISO 639 suivi de la région si les fichiers la donnent (fr, pt-br) ; vide si elle est inconnue.
column-about-votes-for = Nombre de votes pour publié, selon votes_basis pour une contribution ; dans la table votes, nombre de ceux qui ont été comptés ce jour-là ; vide si aucun nombre n’est connu, ou si l’on ne pouvait pas voter ainsi dans cette consultation.
column-about-votes-against = Nombre de votes contre publié, selon votes_basis pour une contribution ; dans la table votes, nombre de ceux qui ont été comptés ce jour-là ; vide si aucun nombre n’est connu, ou si l’on ne pouvait pas voter ainsi dans cette consultation.
column-about-votes-neutral = Nombre de votes neutres publié, selon votes_basis pour une contribution ; dans la table votes, nombre de ceux qui ont été comptés ce jour-là ; vide si aucun nombre n’est connu, ou si l’on ne pouvait pas voter ainsi dans cette consultation.
column-about-votes-basis = Origine des nombres de votes publiés : counted (comptés ligne par ligne dans les fichiers reçus), declared (annoncés par la plateforme) ou none (aucun vote connu) ; jamais vide.
column-about-declared-votes-for = Nombre de votes pour annoncé par la plateforme ; vide si elle n’en annonce pas.
column-about-declared-votes-against = Nombre de votes contre annoncé par la plateforme ; vide si elle n’en annonce pas.
column-about-declared-votes-neutral = Nombre de votes neutres annoncé par la plateforme ; vide si elle n’en annonce pas.
column-about-counted-votes-for = Nombre de votes pour compté dans les lignes de votes des fichiers reçus, où seul le dernier vote de chaque personne compte ; vide si ces fichiers n’ont aucune ligne de vote pour cette contribution.
column-about-counted-votes-against = Nombre de votes contre compté dans les lignes de votes des fichiers reçus, où seul le dernier vote de chaque personne compte ; vide si ces fichiers n’ont aucune ligne de vote pour cette contribution.
column-about-counted-votes-neutral = Nombre de votes neutres compté dans les lignes de votes des fichiers reçus, où seul le dernier vote de chaque personne compte ; vide si ces fichiers n’ont aucune ligne de vote pour cette contribution.
column-about-comment-count = Nombre de commentaires publié, selon comment_basis ; vide si les fichiers ne disent rien des commentaires.
column-about-comment-basis = Origine du nombre de commentaires publié : counted (comptés dans les fichiers reçus), declared (annoncés par la plateforme) ou none (nombre inconnu) ; jamais vide.
column-about-declared-comment-count = Nombre de commentaires annoncé par la plateforme ; vide si elle n’en annonce pas.
column-about-latitude = Latitude du lieu, en degrés décimaux (WGS 84), positive au nord ; vide si la position est inconnue ou masquée.
column-about-longitude = Longitude du lieu, en degrés décimaux (WGS 84), positive à l’est ; vide si la position est inconnue ou masquée.
column-about-place = Nom du lieu tel que les fichiers l’écrivent ; vide s’ils n’en donnent pas ou s’il est masqué.
column-about-outcome-status = Suite donnée : accepted (retenue), partly (retenue en partie), refused (non retenue), in_progress (en cours de réalisation), done (réalisée) ou evaluating (à l’étude) ; pour une contribution que citent plusieurs suites, la première dont l’état est connu ; vide si aucun ne l’est.
column-about-url = Adresse dans l’archive de la page de ce que décrit la ligne, relative à la racine de l’archive ; jamais vide.
column-about-source-url = Adresse de la page d’origine sur la plateforme ; vide si les fichiers ne la donnent pas ou si l’archive ne la publie pas.
column-about-source-file = Nom du fichier d’origine où la ligne a été lue ; jamais vide.
column-about-source-row = Numéro de la ligne dans source_file, à partir de 1, sans compter l’en-tête (0, dans la table set_aside, désigne le fichier entier) ; jamais vide.
column-about-rank = Rang dans le classement « { $ranking } », parmi les contributions de même nature de la consultation : 1 est la première, les ex æquo ont le même rang ; vide si la contribution n’est pas classée.
column-about-score = Score dans le classement « { $ranking } », un nombre entier dont la page « Méthode » donne la règle ; vide si la contribution n’est pas classée.
column-about-comment-id = Identifiant du commentaire, unique dans la consultation ; jamais vide.
column-about-contribution-kind = Nature de la contribution dont parle la ligne, avec les mêmes mots que kind dans la table contributions ; jamais vide.
column-about-parent-comment-id = Identifiant du commentaire auquel celui-ci répond ; vide s’il répond à la contribution elle-même ou si ce commentaire n’est pas dans les fichiers reçus.
column-about-side = Position que prend le commentaire : for (pour), against (contre), neutral (neutre) ou none (sans position) ; jamais vide.
column-about-parent-topic-id = Identifiant du thème qui contient celui-ci ; vide pour un thème de premier niveau.
column-about-description = Texte qui présente le thème ; vide s’il n’y en a pas.
column-about-depth = Profondeur du thème dans l’arbre : 0 au premier niveau, 1 pour un sous-thème, et ainsi de suite ; jamais vide.
column-about-contribution-count = Nombre de contributions du thème, sous-thèmes compris ; 0 s’il n’y en a aucune, jamais vide.
column-about-relation = Lien entre la contribution et l’intitulé : topic (son propre thème), ancestor (un thème au-dessus de celui-ci) ou tag (un mot-clé) ; jamais vide.
column-about-id = Identifiant de la contribution à laquelle appartient le champ, à lire avec kind ; jamais vide.
column-about-field = Nom du champ de la plateforme, tel que les fichiers l’écrivent ; dans la table changes, ce qui diffère (title, body, topic, status ou une colonne de nombres), vide quand la ligne dit added ou removed.
column-about-value = Valeur du champ pour cette contribution, en texte brut ; vide si les fichiers la laissent vide.
column-about-grouping = Regroupement : topic (par thème), kind (par nature), month (par mois), author-kind (par type d’auteur) ou place (par lieu) ; jamais vide.
column-about-group-id = Identifiant du groupe, unique dans son regroupement, tel qu’il figure dans l’adresse de sa page ; jamais vide.
column-about-outcome-id = Identifiant de la suite donnée (réponse, décision ou engagement), répété sur une ligne pour chaque contribution citée ; jamais vide.
column-about-author = Nom de qui a répondu ou décidé ; vide s’il n’est pas indiqué.
column-about-decided-on = Jour de la réponse ou de la décision, au format ISO 8601 (2024-03-01) ; vide s’il est inconnu.
column-about-cited-kind = Nature de la contribution que cite la suite donnée, avec les mêmes mots que kind dans la table contributions ; vide si elle n’en cite aucune.
column-about-cited-id = Identifiant de la contribution que cite la suite donnée, à lire avec cited_kind ; vide si elle n’en cite aucune.
column-about-voted-on = Jour des votes, à l’heure locale de la consultation, au format ISO 8601 (2024-03-01) ; vide si les fichiers ne datent pas ces votes.
column-about-code = Code du motif pour lequel la ligne a été écartée, le même dans toutes les langues ; jamais vide.
column-about-message = Motif pour lequel la ligne a été écartée, en toutes lettres, sans jamais citer une colonne personnelle ; jamais vide.
column-about-edition-before = Jour du plus ancien des deux exports comparés, au format ISO 8601 (2024-03-01) ; jamais vide.
column-about-edition-after = Jour du plus récent des deux exports comparés, au format ISO 8601 (2024-04-01) ; jamais vide.
column-about-change = Ce qui a changé de l’ancien export au nouveau : added (ajoutée), removed (n’est plus dans le nouveau), edited (modifiée) ou counts (d’autres nombres) ; jamais vide.
column-about-before = Valeur dans l’ancien export : la longueur en caractères pour un titre ou un texte, ses intitulés pour un thème, sinon la valeur elle-même ; vide s’il n’y en avait pas, ou si la ligne dit added ou removed.
column-about-after = Valeur dans le nouvel export, sous la même forme que before ; vide s’il n’y en a pas, ou si la ligne dit added ou removed.

## Dates
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
date-time = { $date } à { $hour-plain } h { $minute }
date-time-whole = { $date } à { $hour-plain } h
date-month = { $month } { $year }

## Langues
language-fr = français
language-en = anglais
language-es = espagnol
language-ca = catalan
language-eu = basque
language-gl = galicien
language-oc = occitan
language-br = breton
language-de = allemand
language-it = italien
language-pt = portugais
language-nl = néerlandais
language-ar = arabe
language-zh = chinois

## Ce que l’association a écrit
menu-news = Actualités
menu-documents = Pour comprendre
menu-synthesis = Synthèse
menu-outcomes = Suites données
menu-workshops = Ateliers
menu-map = Carte
menu-figures = Chiffres
menu-collection = Ma sélection
menu-accessibility = Accessibilité
heading-all-news = Toutes les actualités
heading-latest-news = Dernières actualités
heading-timeline = Les étapes
heading-partners = Partenaires
heading-references = Contributions citées
heading-files = Documents
heading-sheets = Fiches d’information
heading-guides = Pour aller plus loin
heading-media = À écouter et à voir
heading-synthesis = Synthèse
heading-coverage = Sur quoi repose cette synthèse
heading-cited-in = Citée dans
heading-alike = Textes semblables
heading-amended = Ce que change cet amendement
heading-brought-by = Issue d’un atelier
heading-other-comments = Sans prendre position
heading-declared = Annoncé, non compté
heading-map = Carte
heading-places = Contributions qui ont un lieu
heading-workshops-table = Les ateliers
intro-news = Ce qui s’est passé pendant la consultation, du plus récent au plus ancien.
intro-documents = Fiches d’information, questions, enregistrements et documents : ce qui aide à comprendre cette consultation.
intro-synthesis = Chaque numéro mène à la contribution sur laquelle la phrase s’appuie.
intro-coverage = Pour chaque thème : combien de ses contributions publiées la synthèse cite, et les plus soutenues de celles qu’elle ne cite pas.
intro-declared = Ces nombres viennent de la source indiquée ; personne ne peut les recompter.
intro-figures = Chaque nombre peut être recompté à partir des données publiées et mène à la liste qu’il résume.
intro-workshops = Les personnes présentes aux ateliers sont comptées à part : elles ne sont jamais ajoutées aux votes.
intro-collection = Les contributions que vous avez choisies au fil de la lecture. La liste reste dans ce navigateur : personne d’autre ne la voit.
news-more = Toutes les actualités de cette consultation
news-feed-link = S’abonner aux actualités (flux Atom)
news-neighbours = Autres actualités
older = Plus ancienne :
newer = Plus récente :
contents-label = Sommaire
reference-back = Retour au texte
footnote-back = Retour à l’appel de note
alert-note = Note
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
timeline-link = En savoir plus
transcript-of = Transcription :
transcript-none = Pas de transcription.
figures-more = D’autres chiffres, en graphiques et en tableaux
paragraph-label = Paragraphe
none-arguments = Aucun commentaire.
amended-before = Texte d’origine
amended-after = Texte amendé
amended-words =
    { $removed ->
        [one] { $removed } mot retiré
       *[other] { $removed } mots retirés
    }, { $added ->
        [one] { $added } mot ajouté
       *[other] { $added } mots ajoutés
    }.
same-text-count = Ce texte a été envoyé { $count } fois
same-text-note = Chacune de ces contributions garde sa page, ses votes et son rang : rien n’est fusionné.
likeness = { $value } du texte en commun
caption-coverage = La synthèse, thème par thème
column-published = Publiées
column-cited = Citées
column-share = Part
column-uncited = Bien soutenues, non citées

## Suites données
outcomes-summary =
    { $answered ->
        [one] { $answered } contribution sur { $contributions } a reçu une réponse.
       *[other] { $answered } contributions sur { $contributions } ont reçu une réponse.
    }
outcomes-all = Toutes
outcomes-filter = Suites données, selon la décision
outcome-untitled = Réponse
outcome-link = Lire la décision
outcome-about = À propos de :
outcome-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
outcome-none-status = Réponse donnée, suite non précisée
outcome-no-answer = Sans réponse

## Ateliers et cartes
workshops-summary =
    { $workshops ->
        [one] { $workshops } atelier
       *[other] { $workshops } ateliers
    }, { $people ->
        [one] { $people } participant
       *[other] { $people } participants
    }, { $contributions ->
        [one] { $contributions } contribution apportée.
       *[other] { $contributions } contributions apportées.
    }
caption-workshops = Lieu, date, participants et contributions de chaque atelier
column-number = N°
column-workshop = Atelier
column-date = Date
column-participants = Participants
participants-count =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }
workshop-partner = avec
workshop-minutes = Compte rendu
workshop-brought = Contributions issues de cet atelier
map-workshops = Carte des ateliers
map-contributions = Carte des contributions
map-summary =
    { $located ->
        [one] { $located } contribution sur { $contributions } est placée sur la carte.
       *[other] { $located } contributions sur { $contributions } sont placées sur la carte.
    }
map-file = Liste complète, en fichier (CSV)
caption-places = Les points de la carte
column-latitude = Latitude
column-longitude = Longitude
metres = { $count } m
kilometres = { $count } km

## Chiffres
figure-table = Tableau des nombres
figure-csv = Ces nombres en fichier (CSV)
figure-others = Toutes les autres
figures-none = Aucun chiffre à montrer.
figure-time-contributions = Les contributions dans le temps
figure-time-contributions-about = Nombre de contributions par date de dépôt.
figure-time-comments = Les commentaires dans le temps
figure-time-comments-about = Nombre de commentaires par date.
figure-time-votes = Les votes dans le temps
figure-time-votes-about = Nombre de votes par jour, quand les fichiers en donnent la liste.
figure-topics = Par thème
figure-topics-about = Contributions de chaque thème, sous-thèmes compris.
figure-kinds = Par nature
figure-kinds-about = Contributions selon leur nature.
figure-author-kinds = Par type d’auteur
figure-author-kinds-about = Contributions selon qui les a écrites : personne, organisation ou collectif.
figure-votes = Pour, neutre ou contre
figure-votes-about = Tous les votes publiés sur des contributions : pour, neutres et contre.
figure-support = Comment se répartit le soutien
figure-support-about = Nombre de contributions selon leur soutien : votes pour moins votes contre.
figure-comments = Comment se répartissent les commentaires
figure-comments-about = Nombre de contributions selon le nombre de commentaires reçus.
figure-comment-sides = La position des commentaires
figure-comment-sides-about = La position que prennent les commentaires : pour, contre, neutre ou aucune.
figure-declared = Nombres annoncés, nombres comptés
figure-declared-about = Ce que la plateforme annonce, à côté de ce que contiennent ses fichiers.
figure-activity = Nombre de contributions par personne
figure-activity-about = Nombre de personnes selon le nombre de contributions écrites.
figure-outcomes = Ce que les contributions sont devenues
figure-outcomes-about = Contributions publiées, selon l’état de la première suite qui leur a été donnée.
figure-workshops = Ateliers et collectifs
figure-workshops-about = Personnes présentes, comptées à part des votes en ligne.
figure-consultations = Les consultations côte à côte
figure-consultations-about = Contributions de chaque consultation.
figure-votes-declared = Votes annoncés
figure-votes-counted = Votes comptés
figure-comments-declared = Commentaires annoncés
figure-comments-counted = Commentaires comptés
figure-by-day = Jour
figure-by-week = Semaine
figure-by-month = Mois
figure-by-year = Année
figure-by-topic-id = Thème
figure-by-kind = Nature
figure-by-author-kind = Type d’auteur
figure-by-side = Position
figure-by-score-support = Soutien
figure-by-comment-count = Commentaires
figure-by-number = Nombre
figure-by-contributions-from = Contributions par personne
figure-by-outcome-status = Suite donnée
figure-by-workshop-id = Atelier
figure-by-consultation-id = Consultation
figure-column-contributions = Contributions
figure-column-comments = Commentaires
figure-column-votes = Votes
figure-column-authors = Auteurs et autrices
figure-column-count = Nombre
figure-column-participants = Participants
range-below = en dessous de { $last }
range-above = au-dessus de { $first }
range-between = de { $first } à { $last }
week-of = semaine du { $date }

## Regroupements de cette sorte
grouping-activity = Par nombre de contributions de la même personne
grouping-activity-rule = Combien de contributions la même personne a écrites dans cette consultation.
group-none-activity = Personne inconnue
activity-1 = 1 contribution
activity-2 = 2 contributions
activity-3 = 3 à 5 contributions
activity-6 = 6 à 10 contributions
activity-11 = 11 contributions ou plus
grouping-area = Par secteur
grouping-area-rule = Le secteur de la carte où se trouve le lieu de chaque contribution ; celles qui n’ont pas de lieu ne sont dans aucun secteur.
group-none-area = Hors de la carte
grouping-same-text = Textes identiques ou presque
grouping-same-text-rule = Les textes identiques à quelques détails près, envoyés plusieurs fois. Chaque contribution garde ses propres votes.
group-none-same-text = Aucun texte semblable
sheet-label = Dans un tableur
sheet-if = SI
sheet-countifs = NB.SI.ENS
method-sheet = À écrire en ligne 2 d’une colonne libre de contributions-spreadsheet.csv ou de contributions.xlsx, puis à recopier vers le bas : un de plus que le nombre de lignes de même nature ({ $kind }) dont le score ({ $score }, score_{ $ranking }) est plus élevé. Une ligne sans score n’a pas de rang.
method-sheet-parted = Écrivez d’abord { $sum } en ligne 2 de la colonne { $helper } de contributions-spreadsheet.csv ou de contributions.xlsx et recopiez vers le bas ; puis ceci, dans la colonne suivante. La seconde partie compte les lignes de même score qui ont plus de votes en tout : seules les lignes égales sur les deux nombres partagent un rang.
method-similar = Nous cherchons les textes envoyés plusieurs fois, avec peu de changements. Les textes d’au moins { $words } mots sont comparés, comme des ensembles de groupes de { $shingle } mots qui se suivent, sans tenir compte des majuscules, des accents ni de la ponctuation. Des signatures MinHash de { $hashes } valeurs, à graines fixes, trouvent les paires à comparer, en { $bands } bandes de { $rows } valeurs ; leur ressemblance est ensuite calculée exactement (groupes communs, divisés par tous les groupes des deux textes). À partir de { $same } %, ils sont considérés comme un même texte ; à partir de { $close } %, comme proches. Groupes de même texte ici : { $groups }. Les votes ne sont jamais fusionnés.

## Citer et mettre de côté
copy-citation = Copier la citation
copied-citation = Citation copiée
copy-form = Copier
save-form = Enregistrer
cite-forms = Pour les logiciels de bibliographie : BibTeX, RIS, CSL-JSON
collect = Ajouter à ma sélection
collected = Dans ma sélection : retirer
collection-how = Sur la page de chaque contribution et de chaque synthèse, choisissez « Ajouter à ma sélection ». Vous pouvez ensuite enregistrer la liste ici, sous forme de tableau (CSV) ou au format BibTeX. Il faut pour cela que JavaScript soit activé ; sinon, la page « Données » propose les citations de toutes les contributions.
collection-empty = Votre sélection est vide.
collection-remove = Retirer
collection-clear = Vider la sélection
collection-sure = Vider vraiment la sélection ?
collection-csv = Enregistrer en CSV
collection-bib = Enregistrer en BibTeX
collection-list = Contributions de ma sélection
cite-files = Toute la consultation, pour les logiciels de bibliographie :
cite-comment = Commentaire sur « { $title } »
collection-address = Copier une adresse qui contient cette liste
collection-shared = Une liste que l’on vous a transmise
data-about-citations-bib = Les citations de toutes les contributions, pour LaTeX et les logiciels de bibliographie (BibTeX).
data-about-citations-ris = Les citations de toutes les contributions, pour les logiciels de bibliographie (RIS).
data-about-citations-json = Les citations de toutes les contributions, au format CSL-JSON.

## Déclaration d’accessibilité
accessibility-intro = Nous voulons que tout le monde puisse lire cette archive. Cette page dit ce qui est testé, ce qui est mesuré et ce qui reste difficile à utiliser.
accessibility-state = État de conformité
accessibility-not-assessed = Personne n’a audité ce site dans son ensemble : nous ne pouvons déclarer qu’il est conforme au RGAA ou aux WCAG, ni totalement ni partiellement.
accessibility-partly = Un audit a conclu que ce site est partiellement conforme au RGAA et aux WCAG.
accessibility-full = Un audit a conclu que ce site est totalement conforme au RGAA et aux WCAG.
accessibility-audited = Audit du
accessibility-tested = Ce qui est testé
accessibility-tested-intro = Les modèles de ces pages sont testés sur une archive d’exemple à chaque modification du logiciel qui les produit :
accessibility-tested-axe = les règles automatiques d’axe-core pour les WCAG 2.2, niveaux A et AA, en clair et en sombre ;
accessibility-tested-keyboard = tout peut s’utiliser avec le seul clavier ;
accessibility-tested-scripts = chaque page reste lisible sans JavaScript ;
accessibility-tested-narrow = rien n’est coupé ni ne déborde sur le côté sur un écran large de 320 pixels ;
accessibility-tested-html = le code HTML est valide. Les machines trouvent environ la moitié des obstacles : ces tests ne remplacent aucun audit.
accessibility-measured = Ce qui est mesuré dans cette archive
accessibility-pictures =
    { $count ->
        [0] Aucune image.
        [one] { $count } image, dont { $without } sans texte de remplacement.
       *[other] { $count } images, dont { $without } sans texte de remplacement.
    }
accessibility-recordings =
    { $count ->
        [one] { $count } enregistrement, dont { $without } sans transcription.
       *[other] { $count } enregistrements, dont { $without } sans transcription.
    }
caption-contrasts = Contraste des couleurs de ce site
column-scheme = Mode
column-pair = Couleurs
column-contrast = Contraste
column-least = Au moins
column-result = Résultat
contrast-enough = suffisant
contrast-low = trop faible
scheme-light = clair
scheme-dark = sombre
contrast-ink-paper = texte sur la page
contrast-ink-tint = texte dans les encadrés
contrast-soft-paper = petits caractères sur la page
contrast-soft-tint = petits caractères dans les encadrés
contrast-accent-paper = liens sur la page
contrast-accent-tint = liens dans les encadrés
contrast-for-paper = position « pour » sur la page
contrast-against-paper = position « contre » sur la page
accessibility-gaps = Ce qui reste difficile
accessibility-gap-texts = Les contributions sont publiées telles qu’elles ont été écrites : la langue peut changer au milieu d’un texte sans que ce soit indiqué.
accessibility-gap-documents = Les documents à télécharger ont été faits par d’autres et ne sont peut-être pas accessibles.
accessibility-remedy = Voies de recours
accessibility-remedy-text = Si vous nous avez signalé un défaut d’accessibilité qui vous empêche de lire une page ou d’utiliser le site, et que vous n’avez pas obtenu de réponse satisfaisante, vous pouvez saisir le Défenseur des droits, gratuitement : sur son site, auprès de ses délégués ou par courrier (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, sans timbre).
accessibility-contact = Nous écrire
accessibility-contact-text = Si vous n’arrivez pas à lire ou à utiliser une page, écrivez-nous son adresse. Nous vous enverrons son contenu sous une autre forme et corrigerons ce qui peut l’être :

## Brouillons de synthèse
draft-intro = Brouillon tiré des classements : gardez-le, corrigez-le et complétez-le, puis supprimez cette phrase. Les numéros entre crochets mènent aux contributions.
draft-count =
    { $count ->
        [one] { $count } contribution publiée.
       *[other] { $count } contributions publiées.
    }
draft-support = Les plus soutenues :
draft-divisive = Celles qui divisent le plus :
draft-debated = Les plus commentées :
draft-support-item = « { $title } » { $cite } ({ $for } pour, { $against } contre)
draft-support-item-alone = « { $title } » { $cite } ({ $for } { $for ->
        [one] soutien
       *[other] soutiens
    })
draft-divisive-item = « { $title } » { $cite } ({ $for } pour, { $against } contre)
draft-debated-item = « { $title } » { $cite } ({ $comments ->
        [one] { $comments } commentaire
       *[other] { $comments } commentaires
    })

## Colonnes du tableau des ateliers
column-about-workshop-id = Identifiant de l’atelier, répété sur une ligne pour chaque contribution qu’il a apportée ; jamais vide.
column-about-held-on = Jour de l’atelier, au format ISO 8601 (2024-03-12) ; vide s’il est inconnu.
column-about-address = Adresse postale du lieu ; vide si elle n’est pas donnée.
column-about-participants = Nombre de personnes présentes ; vide s’il est inconnu. Jamais ajouté aux votes.
column-about-partner = Qui a accueilli l’atelier ; vide si ce n’est pas indiqué.

## Titres des textes qui n’en ont pas
heading-faq = Questions et réponses
heading-methodology = Kit méthodologique
figure-undated = Sans date, non représentés ici : { $count }.

## Les formats des tables
format-csv = CSV
format-about-csv = Pour les bases de données, les logiciels de statistique et les programmes : UTF-8, virgules, valeurs exactes.
format-spreadsheet = CSV pour tableur
format-about-spreadsheet = S’ouvre d’un double clic dans Excel ou LibreOffice ; une cellule qui serait lue comme une formule commence par une apostrophe.
format-xlsx = XLSX
format-about-xlsx = Pour Excel, LibreOffice et Google Sheets : de vraies dates, de vrais nombres, des filtres déjà posés, le dictionnaire sur sa propre feuille. Un texte de plus de 32 767 caractères y est coupé.
format-ods = ODS
format-about-ods = Le même classeur au format ouvert de LibreOffice et des administrations.
format-json = JSON
format-about-json = Une liste d’objets, pour les pages web et les programmes.
format-jsonl = JSON Lines
format-about-jsonl = Un objet par ligne, sans les valeurs manquantes, à lire sans tout charger.
format-parquet = Parquet
format-about-parquet = Des colonnes typées, légères et rapides : pour DuckDB, Python, R et Spark.
format-geojson = GeoJSON
format-about-geojson = Les lignes qui ont un lieu, en points pour les cartes : QGIS, uMap, geojson.io.
resource-title = { $table } ({ $format })

## Les fichiers à côté des tables
data-about-sqlite = Toutes les tables dans une base SQLite, avec leurs clés et un index plein texte : s’ouvre dans DB Browser for SQLite et Datasette.
data-about-zip = Tout ce que contient cette page en un seul téléchargement.
data-about-schema = Table Schema : les types et contraintes des colonnes.
data-about-csvw = CSV on the Web : la même chose pour les données liées.
data-about-croissant = Croissant : les données décrites pour l’apprentissage automatique, avec leurs limites, leurs biais et le sort des données personnelles.
data-about-changelog = Ce qui a changé d’une publication à l’autre.
data-about-catalog-ttl = Le catalogue en DCAT-AP 3.0.1 pour data.europa.eu et les validateurs (Turtle).
data-about-catalog-jsonld = Le même catalogue en JSON-LD.
data-about-catalog-rdf = Le même catalogue en RDF/XML.
data-about-harvest-jsonld = Le catalogue à donner à data.gouv.fr : dans son administration, un moissonneur de type DCAT à cette adresse.
data-about-harvest-ttl = Le catalogue à donner à CKAN avec ckanext-dcat, et à Opendatasoft.
data-about-data-json = Le catalogue pour DKAN, Socrata et ArcGIS Hub (DCAT-US 1.1).
data-about-opendatasoft = La liste des tables pour le moissonneur d’Opendatasoft « FTP with meta CSV ».
data-about-scdl = Le catalogue au format du Socle commun des données locales.
data-about-void = VoID : par où commencent les robots des données liées.
data-about-portals = Ce que la commande greffe publish envoie à data.gouv.fr ou à un portail CKAN.
data-about-quality = La qualité des métadonnées telle que la jugent les portails, critère par critère.
data-about-public-schema = Un schéma public pour de telles données, présenté comme le demande schema.data.gouv.fr, avec un exemple valide et un exemple invalide.

## La fiche des données
card-collected-by-export = La structure qui publie ne dit pas comment on pouvait participer ; les données sont l’export de la plateforme.
card-limit-sheets = Dans les classeurs (XLSX, ODS), les instants sont à l’heure locale sans fuseau et, en XLSX, les textes de plus de 32 767 caractères sont coupés ; CSV, JSON et Parquet sont exacts.
card-limit-hidden =
    { $count ->
        [one] { $count } contribution a été masquée par la modération ou effacée sur demande : sa ligne reste, son texte est vide.
       *[other] { $count } contributions ont été masquées par la modération ou effacées sur demande : leurs lignes restent, leurs textes sont vides.
    }
card-limit-missing =
    { $count ->
        [one] { $count } contribution est citée par des commentaires ou des votes sans figurer dans aucun fichier : elle n’a pas de ligne.
       *[other] { $count } contributions sont citées par des commentaires ou des votes sans figurer dans aucun fichier : elles n’ont pas de ligne.
    }
card-other-formats = Les mêmes lignes sont dans tous les formats ; le dictionnaire explique chaque colonne.
card-uses-heading = À quoi elles servent
card-uses = À lire et citer ce qui a été dit, à recompter les votes et recalculer les classements, à étudier la participation ; pas à mesurer ce que pense une population.
card-cleaning = Les textes ont été nettoyés (mise en forme dangereuse retirée), les dates écrites au format ISO 8601, les noms remplacés par des pseudonymes quand l’archive l’indique ; les lignes illisibles sont listées avec leur motif.
label-consultations-heading = Les consultations
changelog-heading = Ce qui a changé d’une publication à l’autre
changelog-added =
    { $count ->
        [one] { $count } contribution ajoutée
       *[other] { $count } contributions ajoutées
    }
changelog-removed =
    { $count ->
        [one] { $count } contribution absente du nouvel export (page conservée)
       *[other] { $count } contributions absentes du nouvel export (pages conservées)
    }
changelog-edited =
    { $count ->
        [one] { $count } contribution modifiée
       *[other] { $count } contributions modifiées
    }
changelog-counts =
    { $count ->
        [one] { $count } contribution dont les nombres ont changé
       *[other] { $count } contributions dont les nombres ont changé
    }
changelog-comments-added =
    { $count ->
        [one] { $count } commentaire ajouté
       *[other] { $count } commentaires ajoutés
    }
changelog-comments-removed =
    { $count ->
        [one] { $count } commentaire disparu
       *[other] { $count } commentaires disparus
    }
changelog-comments-edited =
    { $count ->
        [one] { $count } commentaire modifié
       *[other] { $count } commentaires modifiés
    }
changelog-nothing = Aucun changement
changelog-first = Premier export

## Le catalogue
theme-taxonomy = Thème de données
theme-government = Gouvernement et secteur public
theme-agriculture = Agriculture, pêche, sylviculture et alimentation
theme-economy = Économie et finances
theme-education = Éducation, culture et sport
theme-energy = Énergie
theme-environment = Environnement
theme-health = Santé
theme-international = Questions internationales
theme-justice = Justice, système juridique et sécurité publique
theme-regions = Régions et villes
theme-society = Population et société
theme-technology = Science et technologie
theme-transport = Transports
availability-stable = stable
distribution-completed = terminé
schema-title = Table Schema de ce fichier
keyword-archive = archives
dataset-title = { $title } : contributions et chiffres
dataset-title-archive = { $title } : toutes les consultations
dataset-counts = Contributions : { $contributions } ; commentaires : { $comments }.
dataset-about = Chaque contribution avec son texte, son thème, ses votes, ses rangs et l’adresse permanente de sa page, ainsi que les commentaires, les thèmes, les votes par jour, les groupes et les suites données, chacun dans sa table. Elles permettent de recalculer chaque chiffre publié.
dataset-provenance = Export de la plateforme de participation ({ $platforms }), publié par greffe.
table-consultations = Consultations
table-consultations-about = Une ligne par consultation : dates, territoire, structure qui consultait, nombres et adresse.
column-about-summary = Ce qui était demandé, en un paragraphe.
column-about-opened-on = Premier jour.
column-about-closed-on = Dernier jour.
column-about-organiser = Qui consultait.
column-about-territory = Où elle a eu lieu.
column-about-insee-code = Code Insee du territoire (SIREN pour une intercommunalité).
column-about-audience = Qui pouvait participer.
column-about-method = Comment on participait.
column-about-author-count = Nombre de personnes, organisations et collectifs qui ont écrit les contributions et commentaires publiés.
column-about-outcome-count = Nombre de suites données.
column-about-workshop-count = Nombre d’ateliers.
column-about-data-url = Page de ses données, depuis la racine de l’archive.

## Les pages de données
intro-data-archive = Les données ouvertes de toutes les consultations, et les catalogues que lisent les portails de données.
menu-quality = Qualité des métadonnées
intro-quality = Ce que data.gouv.fr et data.europa.eu mesureront de chaque jeu de données, calculé d’après sa description avant publication ; et ce qui manque.
quality-data-gouv-fr = Critères de data.gouv.fr
quality-data-europa-eu = Indicateurs de data.europa.eu
quality-met = { $met } critères sur 9 pour data.gouv.fr, { $points } points sur 405 pour data.europa.eu
quality-criterion = Critère
quality-points = Points
quality-missing = Ce qui manque
quality-yes = rempli
quality-lost = perdu
heading-everything = Tout en une fois
heading-formats = Quel format ?
heading-tables = Les tables
heading-first-rows = Premières lignes
heading-datasets = Les données de chaque consultation
heading-queries = Exemples de requêtes SQL
heading-checksums = SHA-256 des fichiers
label-bounds = Emprise (ouest, sud, est, nord)
label-quality = Qualité
label-points-to = renvoie à
query-duckdb = DuckDB
query-about-duckdb = Lit le fichier là où il est publié, ou après téléchargement.
query-python = Python (pandas)
query-about-python = Demande pandas et pyarrow.
query-r = R (readr)
query-about-r = Demande readr.
query-sqlite = SQLite ou Datasette
query-about-sqlite = Recherche plein texte dans database.sqlite ; les accents ne comptent pas.
query-sheet = Tableur
query-about-sheet = Ouvrez le fichier XLSX ou ODS, puis triez selon une colonne dont le nom commence par rank_ : son filtre est posé sur la première ligne.
quality-udata-license = Licence
quality-udata-license-how = Écrivez `licence: lov2` (ou un autre identifiant) dans content/archive.yaml.
quality-udata-temporal-coverage = Couverture temporelle
quality-udata-temporal-coverage-how = Écrivez `opened` et `closed` dans consultation.yaml.
quality-udata-spatial = Couverture spatiale
quality-udata-spatial-how = Écrivez un code Insee, un cadre ou un contour sous `territory` dans consultation.yaml.
quality-udata-update-frequency = Fréquence de mise à jour
quality-udata-update-fulfilled-in-time = Mise à jour dans les temps
quality-udata-dataset-description-quality = Description de plus de 100 caractères
quality-udata-has-open-format = Un format ouvert
quality-udata-all-resources-available = Tous les fichiers disponibles
quality-udata-resources-documentation = Fichiers documentés
quality-mqa-keyword = Mots-clés
quality-mqa-theme = Thème
quality-mqa-spatial = Couverture spatiale
quality-mqa-spatial-how = Écrivez un code Insee, un cadre ou un contour sous `territory` dans consultation.yaml.
quality-mqa-temporal = Couverture temporelle
quality-mqa-temporal-how = Écrivez `opened` et `closed` dans consultation.yaml.
quality-mqa-access-url-answers = L’adresse d’accès répond
quality-mqa-download-url = Adresse de téléchargement
quality-mqa-download-url-answers = L’adresse de téléchargement répond
quality-mqa-format = Format
quality-mqa-media-type = Type de média
quality-mqa-from-vocabularies = Format et type de média tirés des listes de l’UE
quality-mqa-non-proprietary = Formats non propriétaires
quality-mqa-non-proprietary-how = Rien à faire : XLSX et Parquet sont publiés aussi, et la liste de data.europa.eu ne les compte pas comme ouverts.
quality-mqa-machine-readable = Formats lisibles par les machines
quality-mqa-machine-readable-how = Rien à faire : Parquet, ZIP et textes sont publiés aussi, et la liste de data.europa.eu ne les compte pas comme lisibles par les machines.
quality-mqa-dcat-ap = Conforme à DCAT-AP
quality-mqa-dcat-ap-how = Écrivez le `name` de la structure qui publie (`publisher`) dans content/archive.yaml.
quality-mqa-license = Licence
quality-mqa-license-how = Écrivez `licence: lov2` (ou un autre identifiant) dans content/archive.yaml.
quality-mqa-license-from-vocabulary = Licence tirée de la liste de l’UE
quality-mqa-license-from-vocabulary-how = Rien à faire : data.gouv.fr ne connaît la licence que par son adresse à elle, et c’est celle qui est donnée.
quality-mqa-access-rights = Droits d’accès
quality-mqa-access-rights-from-vocabulary = Droits d’accès tirés de la liste de l’UE
quality-mqa-contact-point = Contact
quality-mqa-contact-point-how = Écrivez le `name` et l’`email` de la structure qui publie (`publisher`) dans content/archive.yaml.
quality-mqa-publisher = Structure qui publie
quality-mqa-publisher-how = Écrivez le `name` de la structure qui publie (`publisher`) dans content/archive.yaml.
quality-mqa-rights = Droits
quality-mqa-rights-how = Écrivez `licence: lov2` (ou un autre identifiant) dans content/archive.yaml.
quality-mqa-byte-size = Taille des fichiers
quality-mqa-issued = Date de publication
quality-mqa-issued-how = Écrivez `closed` dans consultation.yaml.
quality-mqa-modified = Date de modification
quality-mqa-modified-how = Écrivez `closed` dans consultation.yaml.

## Le sceau

menu-editions = Vérifier cette archive
intro-log = Chaque contribution est inscrite dans un registre public. Une édition scellée fige ce registre : tout changement fait ensuite se voit.
heading-draft = Version provisoire
draft-about = L’archive a changé depuis la dernière édition scellée. La structure qui la publie peut sceller une nouvelle édition avec « greffe seal ».
draft-notice = Version provisoire : elle n’est pas encore scellée et peut changer.
heading-editions = Éditions scellées
edition-file-about = Une édition scellée porte l’empreinte de chaque fichier de l’archive et de chaque registre. Cette liste, et la signature s’il y en a une, se trouvent dans
none-editions = Aucune édition n’a encore été scellée.
edition-title = Édition { $number }, { $date }
entries-count =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
signed = signée
heading-key = La clé de signature de la structure qui publie
key-about = Comparez cette clé avec celle que la structure a fait connaître ailleurs (papier, affiche, autre site) : une fausse archive montrerait ici une autre clé.
heading-verify = Comment vérifier
verify-about = Il vous faut une copie de l’archive et Python, déjà présent sur beaucoup d’ordinateurs. Le programme ci-dessous relit chaque fichier, vérifie chaque texte dans le registre et recalcule chaque classement. « greffe verify » fait la même chose. Sur la page de chaque contribution, un bouton vérifie cette seule page.
heading-limits = Ce que cela ne prouve pas
limits-about = La vérification ne prouve pas que la plateforme a remis tout ce qu’elle avait : comparez l’archive avec ce que vous avez gardé (message, copie d’écran). Elle ne prouve pas non plus que personne n’a fabriqué une autre archive : comparez l’empreinte de la dernière édition avec la copie de quelqu’un d’autre.
check-button = Vérifier cette page
check-ok = Cette page correspond au registre.
check-draft = Cette page correspond au registre, mais la version est provisoire : elle n’est pas encore scellée.
check-differs = CETTE PAGE NE CORRESPOND PAS AU REGISTRE :
check-missing = Le registre n’est pas à côté de cette page. Pour la vérifier, ouvrez-la dans l’archive complète.
check-unable = Ce navigateur ne peut pas faire le calcul ici. Ouvrez l’archive à une adresse en https, ou depuis votre disque.
check-edition = Édition
check-limits = Ce contrôle ne suffit pas : une fausse page pourrait afficher un faux résultat. Pour vérifier l’archive entière, utilisez verify.py.
check-how = Comment vérifier cette archive
rankings-ties = Les scores égaux partagent un rang (1, 2, 2, 4). Entre eux, la date la plus ancienne vient d’abord, ceux sans date à la fin, puis l’identifiant dans l’ordre naturel.
readme-open = Pour la lire, ouvrez index.html dans un navigateur, depuis ce disque ou n’importe quel serveur. Rien n’est à installer.
readme-data = Les données sont dans consultations/*/data/ : des tables en CSV et dans d’autres formats, chacune avec son dictionnaire.
readme-check = Pour vérifier que rien n’a été modifié et recalculer chaque classement :
readme-key = La clé qui a signé la dernière édition ; comparez-la avec celle que la structure a fait connaître ailleurs :
erased-on = Texte effacé le { $date }.

## Vie privée

masked-email = { "[adresse électronique masquée]" }
masked-phone = { "[téléphone masqué]" }
masked-nir = { "[numéro de sécurité sociale masqué]" }
masked-national-id = { "[numéro d’identité masqué]" }
masked-iban = { "[compte bancaire masqué]" }
masked-card = { "[numéro de carte masqué]" }
masked-address = { "[adresse masquée]" }
masked-plate = { "[plaque d’immatriculation masquée]" }
masked-ip = { "[adresse IP masquée]" }
privacy-days = Les dates sont publiées au jour près.
privacy-coordinates =
    { $count ->
        [one] Les coordonnées sont arrondies à { $count } décimale.
       *[other] Les coordonnées sont arrondies à { $count } décimales.
    }
privacy-masked =
    { $count ->
        [one] { $count } donnée personnelle des textes libres a été remplacée par un mot entre crochets.
       *[other] { $count } données personnelles des textes libres ont été remplacées par un mot entre crochets.
    }
privacy-erased =
    { $count ->
        [one] { $count } contribution ou commentaire a été effacé sur demande ; sa page reste.
       *[other] { $count } contributions et commentaires ont été effacés sur demande ; leurs pages restent.
    }
table-participants = Participants
table-participants-about = Nombre de personnes par type, par lieu et selon ce que disent les fichiers. Les petits nombres sont cachés, et quelques autres avec eux, pour qu’on ne puisse pas les retrouver à partir des totaux.
column-about-attribute = Critère du comptage : lieu, ou une autre colonne des fichiers
column-about-attribute-value = Sa valeur
column-about-persons = Nombre de personnes ; vide s’il est masqué
column-about-persons-hidden = true si le nombre est masqué pour protéger les personnes
profile-plain-table = Tableau aux en-têtes courants
profile-plain-comments = Tableau de commentaires aux en-têtes courants
