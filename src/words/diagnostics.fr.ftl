near-tail = { "" } ; vouliez-vous dire « { $near } » ?
near-list = { "" }. Profils les plus proches, avec ce qui manque à chacun : { $near }.
near-none = .
detail-tail = { " " }{ $detail }
### Ce que greffe dit dans le terminal et sur la page « Méthode », en français.
### Chaque code de src/diagnose/code.rs a trois textes : message, hint, explain. Un texte « explain » ne prend aucun argument.

## Les mots autour des diagnostics

severity-error = erreur
severity-warning = avertissement
severity-note = remarque
severity-help = aide{ "\u00A0" }
severity-colon = { "\u00A0" }:
place-row = { ", " }ligne { $row } (sans compter l’en-tête)
place-entry = { ", " }entrée { $row }
place-key = { ", " }réglage « { $column } »
place-column = { ", " }colonne « { $column } »
summary-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
summary-warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
summary-notes =
    { $count ->
        [one] { $count } remarque
       *[other] { $count } remarques
    }

## Les étapes

stage-read = Lecture du contenu
stage-import = Import des fichiers exportés
stage-normalise = Nettoyage des textes, des dates et des noms
stage-check = Vérification
stage-tally = Décompte des votes et des commentaires
stage-compare = Comparaison des exports
stage-rank = Classement
stage-plan = Plan des pages et des adresses
stage-render = Fabrication des pages
stage-export = Fabrication des fichiers de données
stage-seal = Mise sous sceau
stage-write = Écriture du site

## Les commandes

cli-verified = { $path } correspond à ce qui a été publié. Fichiers : { $files }, consultations : { $consultations }, contributions : { $contributions }, éditions scellées : { $editions }, signatures : { $signatures }.
cli-not-verified = { $path } ne correspond PAS à ce qui a été publié. Problèmes trouvés : { $count }.
cli-verified-inside = Seul le dossier { $path } qu’il contient a été vérifié ; ce qui l’entoure ne fait pas partie de l’archive.
cli-verified-compared = Lignes comparées au CSV : { $forms }. Pages de contributions comparées à leur ligne : { $pages }.
cli-standing-unstated = Elle n’a pas d’edition.txt : elle a été faite par un greffe dont les signatures ne couvraient pas le site, ou quelqu’un a retiré ce fichier. Les registres et les tables ont été vérifiés selon les règles d’alors ; rien ne garantit les pages, les listes et les autres formats.
cli-standing-draft =
    { $number ->
        [0] C’est une version provisoire : aucune édition n’a encore été scellée.
       *[other] C’est une version provisoire, faite après l’édition { $number } : elle n’est pas encore scellée.
    }
cli-standing-unsigned = C’est l’édition { $number }, que personne n’a signée : comparez-la avec une copie gardée par d’autres.
cli-standing-signed = C’est l’édition { $number }, signée dans son ensemble avec la clé de signature qui s’y trouve. Avec `--key`, prise ailleurs que dans l’archive, on sait de qui.
cli-standing-pinned = C’est l’édition { $number }, signée dans son ensemble avec la clé de signature que vous avez donnée.
cli-cleaned = { $path } : { $count ->
        [one] { $count } ligne vidée
       *[other] { $count } lignes vidées
    } ; colonnes retirées : { $columns }
cli-cleaned-erase = Dans le consultation.yaml de { $slug }, mettez ceci à la place de votre liste :
cli-cleaned-done = Relisez les copies, mettez-les à la place des exports et conservez les originaux en lieu sûr, comme la loi le demande.
cli-packed = { $path } : { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }.
cli-sealed = L’édition { $number } est scellée. Gardez le dossier content/editions/ avec l’archive. Donnez l’empreinte de l’édition (page editions.html) à plusieurs personnes : elles pourront prouver que rien n’a changé.
cli-nothing-to-seal = Rien n’a changé depuis la dernière édition : aucune nouvelle édition n’a été scellée.
cli-passphrase = Phrase secrète de la clé de signature :{ " " }
cli-built =
    Le site est prêt ({ $seconds } s) : { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    } (écrits : { $written }, inchangés : { $unchanged }, supprimés : { $removed }).
cli-checked = Vérification terminée ; rien n’a été écrit.
cli-serving = Le site est à l’adresse { $url } (Ctrl+C arrête greffe).
cli-rebuilt = Le site a été refait en { $seconds } s.
cli-created = L’archive a été créée dans { $path }
cli-zone-written = time_zone: { $zone } a été écrit dans archive.yaml : les dates de la plateforme sont dans ce fuseau.
cli-zone-unknown = Rien ne dit dans quel fuseau horaire sont les dates : celles qui n’en nomment aucun sont lues en UTC. Si vous le connaissez, écrivez `time_zone:` dans archive.yaml.
cli-written = Fichier écrit : { $path }
cli-theme-done = Le thème graphique est dans `themes/{ $name }` : supprimez les fichiers que vous ne changez pas, et écrivez `theme: { $name }` dans `content/archive.yaml`.
cli-next-empty =
    Et maintenant :
    1. copiez les fichiers de votre plateforme dans { $path }/sources ;
    2. écrivez leurs noms sous « sources » dans { $path }/consultation.yaml (ou supprimez ce dossier et utilisez « greffe add --from FICHIER ») ;
    3. lancez « greffe build » dans le dossier de l’archive et ouvrez site/index.html dans votre navigateur.
cli-next =
    Et maintenant :
    1. ouvrez content/archive.yaml avec un éditeur de texte et indiquez le titre, la structure qui publie et la licence ;
    2. lancez « greffe build » dans ce dossier ;
    3. ouvrez site/index.html dans votre navigateur.
plain-platform = un simple tableau
plain-table = tableau aux en-têtes courants
plain-comments = tableau de commentaires aux en-têtes courants
plain-about = Un tableau reconnu aux mots courants de ses en-têtes et à ses cellules. Les colonnes inconnues peuvent être nommées sous `columns:` dans consultation.yaml.
cli-column = { $column } → { $taken } ({ $cells }) { $shapes }
cli-column-unused = non utilisée
cells-counts = nombres
cells-dates = dates
cells-addresses = adresses web
cells-texts = textes
cells-words = mots
cells-signs = signes
cells-empty = vide
cli-inspect-platform = Plateforme : { $platform }
cli-inspect-profile = Reconnu comme : { $profile } ({ $title }), à { $sure } %
cli-inspect-because = Reconnu à ses colonnes : { $columns }
cli-inspect-runner-up = Aurait pu être aussi : { $profile }, à { $sure } %
cli-inspect-runner-up-lacks = Aurait pu être : { $profile }, mais il manque les colonnes : { $missing }
cli-inspect-near = Proche : { $profile } ({ $title }), mais il manque les colonnes : { $missing }
cli-inspect-holds = Il contient { $things }.
cli-inspect-aside = Lignes écartées, par motif : { $reasons }
cli-inspect-suspect = Colonnes qui semblent personnelles ; elles ne sont pas utilisées : { $columns }
cli-inspect-suspect-used = Attention, ces colonnes sont utilisées alors qu’elles semblent personnelles ; vérifiez-les avant de publier : { $columns }
suspect-header = { $column } ({ $what }, d’après son nom)
suspect-cells = { $column } ({ $what }, d’après son contenu)
personal-email = adresse électronique
personal-phone = téléphone
personal-address = adresse postale
personal-birth = date de naissance
personal-ip = adresse IP ou navigateur
personal-name = nom
personal-identity = pièce d’identité
personal-kind =
    { $kind ->
        [email] adresses électroniques
        [phone] téléphones
        [nir] numéros de sécurité sociale
        [national-id] numéros d’identité
        [iban] comptes bancaires
        [card] cartes de paiement
        [address] adresses postales
        [plate] plaques d’immatriculation
        [ip] adresses IP
       *[other] { $kind }
    }
said-error =
    { $error ->
        [no-polygon] ils ne contiennent aucun polygone
        [no-shape] aucune forme ne s’y trouve
        [beyond] la position { $value } sort du globe : les degrés vont de −180 à 180 et de −90 à 90
        [damaged] il est abîmé
        [no-place] une de ses parties est introuvable
        [no-csv] aucune entrée de `sources` n’est un fichier CSV
        [several] il faut un seul fichier CSV, ni JSON, ni XML, ni plusieurs fichiers
        [not-csv] ce n’est pas un fichier CSV
        [no-profile] aucun profil de lecture ne lui convient
        [not-table] ce n’est pas un tableau
        [persons] c’est une liste de personnes
        [no-checkpoint] ce fichier n’est pas un point de contrôle
        [ledger] l’empreinte ne correspond pas au registre
        [smaller] cette édition est plus petite que la précédente
        [no-key] la clé de signature est illisible
       *[other] message d’origine, « { $error } »
    }
cli-inspect-together = Tous ensemble :
cli-inspect-belongs = { $from } : { $things } sur ce que contient { $to }
cli-inspect-missing = { $from } : { $things } sur des contributions qui ne sont dans aucun fichier (un fichier manque-t-il ?)
cli-inspect-summary = { $known } { $known ->
        [one] fichier reconnu
       *[other] fichiers reconnus
    } sur { $files } ({ $platforms }) : { $things }.
cli-inspect-summary-missing = { $known } { $known ->
        [one] fichier reconnu
       *[other] fichiers reconnus
    } sur { $files } ({ $platforms }) : { $things } ; dont { $missing } sur des contributions qui ne sont dans aucun fichier.
cli-inspect-summary-nothing = { $known } { $known ->
        [one] fichier reconnu
       *[other] fichiers reconnus
    } sur { $files } ({ $platforms }) ; aucun ne contient de quoi faire une archive.
count-proposal =
    { $count ->
        [one] { $count } proposition
       *[other] { $count } propositions
    }
count-opinion =
    { $count ->
        [one] { $count } avis
       *[other] { $count } avis
    }
count-amendment =
    { $count ->
        [one] { $count } amendement
       *[other] { $count } amendements
    }
count-question =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
count-answer =
    { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
count-report =
    { $count ->
        [one] { $count } signalement
       *[other] { $count } signalements
    }
count-petition =
    { $count ->
        [one] { $count } pétition
       *[other] { $count } pétitions
    }
count-statement =
    { $count ->
        [one] { $count } déclaration
       *[other] { $count } déclarations
    }
count-source =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
count-comment =
    { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
count-vote =
    { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }
cli-inspect-encoding = Lettres accentuées (encodage) : { $encoding }
cli-inspect-delimiter = Signe entre les colonnes : { $delimiter ->
        [semicolon] point-virgule
        [comma] virgule
        [tab] tabulation
        [bar] barre verticale
       *[other] { $delimiter }
    }
cli-inspect-rows =
    { $read ->
        [one] { $read } ligne lue
       *[other] { $read } lignes lues
    } ; conservées : { $kept }, écartées : { $aside }
cli-inspect-used = Colonnes utilisées : { $columns }
cli-inspect-unused = Colonnes non utilisées : { $columns }
cli-inspect-personal = Colonnes de données personnelles, jamais publiées : { $columns }
cli-inspect-sample = Ce que greffe ferait des premières lignes :
cli-inspect-nothing = greffe ne reconnaît pas ce fichier.
cli-inspect-columns-block = Pour utiliser quand même ce tableau, copiez ceci dans consultation.yaml et mettez-y les bons noms de colonnes :
new-privacy-question =
    Sur la plateforme, que voyait-on à côté de chaque contribution ?
    1. le nom des personnes
    2. pas de nom (ou vous ne savez pas)
new-title = Titre de la consultation ?
new-publisher = Qui publie l’archive (nom de l’association ou de la commune) ?
new-licence = Licence des données (lov2, odbl, cc-by-4.0… ; vide : décider plus tard) ?
new-language = Langue du site (fr, en, es) ?
new-opened = Premier jour de la consultation (2024-01-15 ; vide : inconnu) ?
new-closed = Dernier jour de la consultation (2024-03-31 ; vide : inconnu) ?
new-assumed = greffe ne peut pas vous poser de questions ici. Voici ce qui n’a pas été demandé et ce qui a été écrit (chaque réponse peut être donnée en option, ou changée dans les fichiers de réglages) :
new-assumed-one =
    {"  "}{ $flag } : { $known ->
        [yes] { $value }
       *[no] rien
    }

## L’archive sur le disque

no-content =
    .message = Il n’y a pas de dossier `content` ici.
    .hint = Allez dans le dossier qui contient `content`, indiquez-le avec `--root`, ou créez une archive avec `greffe new mon-archive`.
    .explain =
        greffe cherche un dossier nommé `content` dans le dossier courant, ou dans celui que donne `--root`.
        Il n’en a pas trouvé : il s’est arrêté et n’a rien écrit.
        Allez d’abord dans le dossier de votre archive (`cd mon-archive`), ou indiquez-le :
            greffe build --root mon-archive
        Si vous n’avez pas encore d’archive, laissez greffe en créer une autour de vos fichiers exportés :
            greffe new mon-archive --from export.csv

no-consultation =
    .message = L’archive ne contient encore aucune consultation.
    .hint = Ajoutez-en une avec `greffe add ma-consultation --from export.csv`, ou créez `content/consultations/ma-consultation/consultation.yaml`.
    .explain =
        Chaque consultation a son propre dossier dans `content/consultations`, avec un fichier
        `consultation.yaml`. greffe n’en a trouvé aucun : il s’est arrêté et n’a rien écrit.
        Le plus rapide est de laisser greffe l’écrire à partir des fichiers de la plateforme :
            greffe add ma-consultation --from export.csv
        Le plus petit `consultation.yaml` écrit à la main est :
            title: Ma consultation
            sources:
              - file: sources/export.csv

missing-config =
    .message = Le fichier « { $file } » manque.
    .hint = Créez ce fichier : une première ligne `title: …` suffit pour commencer, et une consultation a aussi besoin de `sources`.
    .explain =
        Une archive a besoin de `content/archive.yaml`, et chaque dossier de `content/consultations` a
        besoin de son `consultation.yaml`. L’un d’eux n’est pas là : greffe s’est arrêté et n’a rien écrit ;
        l’ancien site reste tel qu’il était.
        Vérifiez le nom : il doit être exactement `archive.yaml` ou `consultation.yaml`, en minuscules, sans
        `.txt` caché à la fin. Si un dossier de `content/consultations` n’est pas une consultation,
        rangez-le ailleurs.
        Le plus petit `archive.yaml` est :
            title: Nos consultations
            publisher:
              name: Notre association

unreadable =
    .message = Impossible de lire « { $file } » : { $error }.
    .hint = Vérifiez que le fichier est bien là, que votre compte a le droit de le lire et qu’aucun autre programme ne le tient ouvert.
    .explain =
        Le système n’a pas laissé greffe lire ce fichier, ou quelque chose dans ce dossier ; les mots après
        les deux-points sont ceux du système. greffe s’est arrêté et a laissé l’ancien site tel qu’il était.
        Causes habituelles : le fichier appartient à quelqu’un d’autre, il est sur un disque ou un partage
        réseau débranché, ou c’est un fichier de texte qui n’est pas enregistré en UTF-8. Regardez ses
        droits d’accès (clic droit), ou copiez-le à nouveau ; enregistrez les fichiers YAML et Markdown en
        « UTF-8 ».

is-directory =
    .message = « { $file } » est un dossier, alors qu’un fichier est attendu à cet endroit.
    .hint = Renommez ou déplacez ce dossier, et mettez à sa place le fichier de ce nom.
    .explain =
        À cet endroit, greffe attend un fichier de texte et trouve un dossier du même nom. Il s’est arrêté
        et a laissé l’ancien site tel qu’il était.
        Cela arrive souvent quand un fichier compressé a été ouvert dans un dossier nommé comme le fichier.
        Sortez le fichier de ce dossier, mettez-le à l’endroit attendu et supprimez le dossier vide.

yaml-syntax =
    .message =
        { $what ->
            [number] Un nombre entier est attendu ici.
            [list] Une liste est attendue ici : des lignes qui commencent par « - ».
            [map] Des noms avec leurs valeurs sont attendus ici : `nom: valeur`.
            [bool] `true` ou `false` est attendu ici.
            [twice] Ce réglage est écrit deux fois.
            [aliases] Des ancres et des alias (`&` et `*`) répètent plus que greffe ne le permet : écrivez en toutes lettres ce qu’ils remplacent.
            [nul] Un caractère qu’aucun texte ne contient (NUL) se trouve ici : enregistrez de nouveau le fichier en texte brut.
           *[other] Le fichier de réglages n’est pas écrit comme il faut à cet endroit ({ said-error }).
        }
    .hint = Regardez la ligne indiquée et celle du dessus. Les causes habituelles : un décalage au début de la ligne, une espace oubliée après un deux-points, un guillemet non fermé.
    .explain =
        Les fichiers YAML d’une archive suivent quelques règles, et l’une d’elles n’est pas respectée ici ;
        greffe s’est arrêté et a laissé l’ancien site tel qu’il était. Les mots entre parenthèses
        viennent du programme qui lit le YAML et sont en anglais.
        Ce qui va ensemble commence dans la même colonne ; un deux-points est suivi d’une espace ; un texte
        qui contient un deux-points ou commence par un signe spécial se met entre guillemets droits.
        « missing field » veut dire qu’un réglage nécessaire, `title` par exemple, n’est pas là ; « invalid
        type », qu’une liste, par exemple, était attendue.
            title: "Budget : et après ?"
            sources:
              - file: sources/export.csv
                profile: decidim/proposals

yaml-tab =
    .message = Cette ligne commence par une tabulation ; il faut des espaces.
    .hint = Remplacez la tabulation par deux espaces pour chaque niveau, et réglez votre éditeur de texte pour qu’il insère des espaces.
    .explain =
        En YAML, le décalage au début d’une ligne dit ce qui appartient à quoi, et seules des espaces y sont
        permises. greffe s’est arrêté et a laissé l’ancien site tel qu’il était.
        Dans votre éditeur, effacez le blanc devant le texte et tapez des espaces, deux par niveau. La
        plupart des éditeurs ont un réglage « insérer des espaces au lieu de tabulations ».

yaml-empty =
    .message = « { $file } » est vide.
    .hint = Écrivez-y au moins `title: …` ; une consultation a aussi besoin de `sources`.
    .explain =
        Le fichier est là, mais ne contient que des lignes blanches ou des commentaires : greffe ne sait
        qu’en faire et s’est arrêté. L’ancien site reste tel qu’il était.
        Le plus petit `consultation.yaml` est :
            title: Ma consultation
            sources:
              - file: sources/export.csv

unknown-key =
    .message = greffe ne connaît pas le réglage « { $key } » à cet endroit.
    .hint =
        { $column ->
            [columns] Corrigez ce mot : il faut le nom d’un champ, comme `id`, `title`, `body`, `votes_for` ou `created_at`{ $near-tail }.
           *[other] Corrigez-le ou supprimez-le{ $near-tail } ; réglages permis ici : { $known }.
        }
    .explain =
        Un mot devant un deux-points est un réglage, et greffe en connaît une liste fixe à chaque endroit. Un
        réglage inconnu est presque toujours une faute de frappe ; passé sous silence, il ferait perdre une
        chose que vous vouliez : greffe s’arrête donc. L’ancien site reste tel qu’il était.
        Les réglages sont en anglais et en minuscules, quelle que soit la langue de l’archive. Vérifiez aussi le
        décalage : un réglage connu, mais placé au mauvais niveau, y est inconnu. `greffe schema` affiche
        tous les réglages de tous les fichiers.
            sources:
              - file: sources/tableau.csv
                kind: proposal
                columns:
                  title: Intitulé
                  body: Texte

bad-value =
    .message = « { $value } » ne convient pas ici.
    .hint = Écrivez une valeur que greffe connaît{ $near-tail }.
    .explain =
        Ce réglage n’accepte que certaines valeurs, et celle qui est donnée n’en fait pas partie. greffe
        s’est arrêté, ou a écarté ce fichier, sans rien deviner.
        Exemples : `language` vaut fr, en ou es ; `delimiter` est une virgule, un point-virgule, tab ou une
        barre verticale ; `encoding` est utf-8, windows-1252, macintosh ou utf-16le ; `sheet` est le nom
        d’une feuille exactement comme l’onglet du tableur le montre ; `kind` est proposal, opinion,
        question, etc.
            sources:
              - file: sources/export.csv
                delimiter: ";"
                encoding: windows-1252

bad-edition =
    .message = « { $value } » n’est pas le jour d’un export.
    .hint = Écrivez le jour sous la forme année-mois-jour, par exemple `edition: 2024-03-01`{ $near-tail }.
    .explain =
        `edition` dit quel jour la plateforme a été exportée, quand il y a plusieurs exports d’une même
        consultation. greffe les range dans l’ordre de leurs jours et n’accepte donc qu’une forme : quatre
        chiffres pour l’année, deux pour le mois, deux pour le jour, d’un jour qui existe. 03/04/2024 serait
        en mars pour les uns, en avril pour les autres.
            sources:
              - file: sources/idees-mars.csv
                edition: 2024-03-01
              - file: sources/idees-avril.csv
                edition: 2024-04-01

bad-slug =
    .message = « { $name } » ne peut pas servir de nom : il fera partie d’une adresse.
    .hint = Renommez ce fichier ou ce dossier avec seulement des minuscules sans accents, des chiffres et des traits d’union, par exemple `budget-2023`.
    .explain =
        Les noms des dossiers de consultation, des pages et des thèmes graphiques entrent dans les adresses du site, et
        une adresse doit marcher partout pendant des dizaines d’années. Ils sont donc faits de a à z, de 0 à
        9 et de traits d’union, sans espaces, ni accents, ni majuscules. greffe s’est arrêté et a laissé
        l’ancien site tel qu’il était.
        Renommez-le dans votre gestionnaire de fichiers. Ce que les lecteurs voient est le `title` du
        fichier, qui est libre.

bad-front-matter =
    .message = Le fichier commence par une ligne `---`, mais la seconde ligne `---` manque.
    .hint = Mettez une ligne de trois traits d’union après l’en-tête, ou supprimez la première ligne s’il n’y a pas d’en-tête.
    .explain =
        Un fichier Markdown peut commencer par un petit en-tête entre deux lignes de trois traits d’union.
        Ici la seconde manque : greffe ne peut pas savoir où commence le texte, et s’est arrêté. L’ancien
        site reste tel qu’il était.
            ---
            title: À propos de cette archive
            ---
            Le texte commence ici.

missing-source =
    .message = Le fichier exporté « { $value } » n’existe pas.
    .hint = Mettez le fichier dans le dossier `sources` de la consultation ou corrigez `file:` dans `consultation.yaml`{ $near-tail }.
    .explain =
        `consultation.yaml` nomme un fichier exporté, un dossier ou un ZIP qui n’est pas à cet endroit. Sans
        lui, il manquerait des contributions à l’archive : greffe s’est arrêté et a laissé l’ancien site tel
        qu’il était.
        Les chemins partent du dossier de la consultation, s’écrivent avec des barres obliques (/) et
        distinguent majuscules et minuscules. D’ordinaire, les fichiers exportés ne sont pas transmis avec
        le projet : demandez-les à la personne qui a fait l’archive.
            sources:
              - file: sources/propositions.csv

outside-consultation =
    .message = Le chemin « { $value } » sort du dossier de la consultation.
    .hint = Copiez le fichier dans le dossier `sources` de cette consultation et écrivez `file: sources/…`, sans `..`, sans lettre de disque ni barre au début.
    .explain =
        Une consultation garde dans son propre dossier tout ce dont elle est faite, pour que l’archive
        puisse être déplacée, copiée et vérifiée en une fois. Un chemin avec `..`, ou qui part de la racine
        d’un disque, mène ailleurs : greffe s’est arrêté. L’ancien site reste tel qu’il était.
            sources:
              - file: sources/propositions.csv

no-secret =
    .message = Ce service de fabrication automatique (CI=true) n’a pas reçu le secret qui sert à calculer les pseudonymes.
    .hint = Enregistrez le contenu de votre `.greffe/secret` comme variable protégée, sous le nom GREFFE_SECRET, dans le service qui fabrique le site.
    .explain =
        Les pseudonymes sont fabriqués avec un secret gardé dans `.greffe/secret`. Sur votre ordinateur,
        greffe en crée un quand il n’y en a pas ; dans un service de fabrication automatique (où CI=true), un secret
        neuf à chaque fois changerait tous les pseudonymes : greffe préfère s’arrêter.
        Ouvrez `.greffe/secret` sur l’ordinateur où l’archive a été faite, et copiez son contenu dans une
        variable protégée GREFFE_SECRET, dans les réglages du service. Ne le mettez jamais dans un dépôt
        public : avec lui, on pourrait remonter des pseudonymes aux personnes.

secret-made =
    .message = greffe a créé un secret : il sert à calculer les pseudonymes de cette archive.
    .hint = Gardez une copie de `.greffe/secret` en lieu sûr et ne la montrez à personne : qui l’a peut retrouver les personnes.
    .explain =
        Là où les noms ne sont pas publiés, les personnes apparaissent sous un pseudonyme, calculé avec un
        secret. Il n’y en avait pas encore : greffe en a tiré un au hasard et l’a mis dans `.greffe/secret`,
        que seul votre compte peut lire.
        S’il est perdu, le prochain `greffe build` donnera à chacun un autre pseudonyme. S’il devient public,
        on pourra remonter des pseudonymes aux personnes. Gardez-en une copie là où vous gardez vos mots de
        passe.

no-base-url =
    .message = L’archive ne connaît pas encore son adresse sur le web : le flux, le plan du site et les catalogues pour les portails de données ne sont pas créés.
    .hint = Dès que vous connaissez l’adresse, ajoutez `base_url: https://…` à `content/archive.yaml`.
    .explain =
        Tout ce dont les lecteurs ont besoin marche sans elle, même depuis un disque ou une clé USB. Seul
        manque ce qui doit contenir une adresse complète : le flux, le plan du site, les adresses de
        référence et les catalogues que lisent les portails de données.
            base_url: https://archive.example.org/

bad-base-url =
    .message = « { $value } » n’est pas une adresse web complète.
    .hint = Écrivez `base_url` dans `content/archive.yaml` avec `https://`, le nom de domaine et une barre oblique à la fin, sans rien après un `?` ou un `#`.
    .explain =
        `base_url` est l’adresse où les lecteurs trouveront l’archive. Elle entre dans le flux, le plan du
        site et les catalogues : fausse, elle se répandrait sur d’autres sites. greffe s’est donc arrêté et
        a laissé l’ancien site tel qu’il était. Si vous n’avez pas encore d’adresse, supprimez la ligne.
            base_url: https://archive.example.org/

bad-theme =
    .message = Le fichier de thème graphique « { $file } » ne peut pas être utilisé : { $error }.
    .hint = Corrigez ce fichier dans votre dossier de `themes`, ou retirez `theme:` de `content/archive.yaml` pour revenir au thème graphique fourni.
    .explain =
        Un thème graphique remplace fichier par fichier les modèles, les mots ou les styles de celui qui est fourni.
        Un de ses fichiers est fautif et aucune page ne pourrait être juste : greffe s’est arrêté et a
        laissé l’ancien site tel qu’il était. Un message comme `t(key="…")` nomme un mot que les fichiers de
        langue du thème graphique n’ont pas.
        Si quelqu’un a fait le thème graphique pour vous, envoyez-lui ce message. Pour continuer sans lui, supprimez
        la ligne dans `content/archive.yaml` ou mettez-la en commentaire :
            # theme: mon-theme

missing-theme =
    .message = Le thème graphique « { $name } » n’est pas dans le dossier `themes`.
    .hint = Mettez-le dans `themes/{ $name }` ou corrigez `theme:` dans `content/archive.yaml`{ $near-tail }.
    .explain =
        `theme:`, dans `content/archive.yaml`, nomme un dossier de `themes`, qui se trouve à côté de
        `content`. Ce dossier n’existe pas : greffe s’est arrêté plutôt que de publier sous une autre
        apparence ; l’ancien site reste tel qu’il était.
        Sans la ligne `theme:`, greffe utilise le thème graphique fourni, qui n’a besoin d’aucun dossier.

theme-engine =
    .message = Ce thème graphique est fait pour greffe { $value }, mais vous utilisez greffe { $name }.
    .hint = Procurez-vous une version du thème graphique pour votre greffe, prenez un greffe qui convient, ou retirez `theme:` de `content/archive.yaml`.
    .explain =
        Un thème graphique dit, à la ligne `engine` de son `theme.yaml`, pour quelles versions de greffe il est fait.
        La vôtre n’en est pas : des parties de pages pourraient manquer sans que personne le voie. greffe
        s’est donc arrêté et a laissé l’ancien site tel qu’il était.
        `greffe --version` affiche votre version. Si vous savez que le thème graphique marche avec elle, élargissez la
        ligne :
            engine: ">=0.1, <0.3"

theme-file =
    .message = Rien ne lit ce fichier du thème graphique.
    .hint = Corrigez son nom{ $near-tail } ; `greffe theme` écrit tous les fichiers du thème fourni, sous leurs noms.
    .explain =
        Un thème graphique remplace des fichiers du thème fourni par d’autres du même nom : `templates/list.html` pour les
        listes, `words/fr.ftl` pour les mots. Aucune page ni aucun autre modèle ne demande le nom de ce fichier :
        son contenu ne sert donc à rien. Corrigez ce nom ; `greffe theme NOM` écrit tous les fichiers du thème fourni
        dans un nouveau dossier, sous leurs vrais noms.

template-kept =
    .message =
        Le modèle de page « { $file } » est utilisé tel quel, sans être allégé : { $reason ->
            [quotes] un attribut dont la valeur vient du modèle n’a pas de guillemets.
            [spaces] des espaces entre les éléments, qui se voient sur la page, seraient perdues.
            [tags] l’ordre de ses éléments changerait.
           *[other] la page changerait ({ $reason }).
        }
    .hint = Rien n’est perdu ; qui a fait le thème graphique peut corriger le modèle pour que ses pages soient un peu plus légères.
    .explain =
        greffe retire des modèles, quand il les charge, les blancs et les commentaires inutiles. Pour
        celui-ci, il en serait sorti une autre page que prévu : il est donc utilisé tel qu’il est écrit. Les
        pages sont justes, seulement un peu plus lourdes.
        Cela ne concerne que qui a fait le thème graphique : d’ordinaire, la valeur d’un attribut n’a pas de guillemets,
        ou un élément est ouvert dans une condition du modèle et fermé dans une autre.

## La lecture des fichiers

empty-file =
    .message =
        { $count ->
            [one] Ce fichier est vide.
           *[other] { $count } fichiers sont vides.
        }
    .hint = Exportez de nouveau depuis la plateforme, ou retirez de `sources` ce qui est vide.
    .explain =
        Le fichier n’a pas de contenu ou pas de ligne d’en-tête : il n’y a rien à y prendre. La page
        « Méthode » le cite parmi ce qui a été écarté, et greffe continue.
        Une plateforme produit parfois un tel fichier quand un export est interrompu. Téléchargez-le de
        nouveau ; s’il est encore vide, il n’y avait rien à exporter.

unreadable-file =
    .message = Ce fichier exporté ne peut pas être lu jusqu’au bout : { $error }.
    .hint = Téléchargez-le de nouveau depuis la plateforme et mettez la nouvelle copie au même endroit.
    .explain =
        Le fichier n’a pas pu être ouvert, ou il s’interrompt au milieu. Les lignes d’avant la coupure sont
        conservées ; la page « Méthode » cite le reste parmi ce qui a été écarté, et greffe continue.
        Le plus souvent, un téléchargement a été interrompu ou le disque a un défaut. Comparez la taille du
        fichier avec celle de l’original.

no-rows =
    .message = Ce fichier ne contient aucune ligne.
    .hint = Exportez-le de nouveau sans filtre, ou retirez-le de `sources` s’il n’y avait rien à exporter.
    .explain =
        greffe a pu lire le fichier, mais il n’y a rien sous l’en-tête, ou aucune feuille du classeur n’a de
        lignes, ou la liste du fichier JSON est vide. Rien n’en est publié, et greffe continue.
        Pour un fichier JSON dont la liste est plus profonde, dites où elle se trouve :
            sources:
              - file: sources/export.json
                rows: data.proposals

encoding-guessed =
    .message = Ce fichier n’indique pas comment ses lettres accentuées sont enregistrées ; greffe a supposé { $encoding }.
    .hint = Regardez quelques mots accentués sur le site. S’ils sont abîmés (« Ã© » au lieu de « é »), écrivez `encoding: windows-1252` sous ce fichier dans `consultation.yaml`.
    .explain =
        Un fichier de texte ne dit pas comment ses lettres accentuées sont enregistrées. Celui-ci n’est pas
        en UTF-8 : greffe a pris la façon de les enregistrer (l’encodage) qui convient le mieux et a conservé toutes les lignes.
        Si vous voyez par exemple « Ã© » au lieu de « é », nommez le bon : utf-8, windows-1252 (Excel sous
        Windows), macintosh (vieil Excel sur Mac) ou utf-16le.
            sources:
              - file: sources/export.csv
                encoding: macintosh

bad-bytes =
    .message =
        { $count ->
            [one] Dans { $count } ligne, les accents ne sont pas enregistrés comme dans le reste du fichier ; greffe les a lus comme du Windows-1252.
           *[other] Dans { $count } lignes, les accents ne sont pas enregistrés comme dans le reste du fichier ; greffe les a lus comme du Windows-1252.
        }
    .hint = Comparez les accents de ces lignes avec la plateforme ; s’ils sont faux, exportez de nouveau le fichier en UTF-8.
    .explain =
        Le fichier est en UTF-8, sauf quelques cellules qui contiennent des octets impossibles en UTF-8.
        Cela arrive quand des textes de deux origines ont été réunis. greffe a lu ces cellules comme du
        Windows-1252, le cas habituel, et a conservé les lignes.
        Si les accents sont faux sur le site, demandez à la plateforme un export entièrement en UTF-8. Pour
        un tableau à vous, enregistrez-le de nouveau : dans LibreOffice, « Fichier > Enregistrer sous »,
        cochez « Éditer les paramètres du filtre » et choisissez « Unicode (UTF-8) ».

json-mended =
    .message = 
        { $what ->
            [numbers] { $count ->
                [one] { $count } valeur n’est pas un nombre (NaN ou Infinity) : elle est tenue pour inconnue.
               *[other] { $count } valeurs ne sont pas des nombres (NaN ou Infinity) : elles sont tenues pour inconnues.
            }
           *[halves] { $count ->
                [one] { $count } caractère n’est là qu’à moitié ; « � » le remplace.
               *[other] { $count } caractères ne sont là qu’à moitié ; « � » les remplace.
            }
        }
    .hint = Si la plateforme peut exporter de nouveau, comparez ces textes ; sinon, il n’y a rien à faire.
    .explain = 
        Certains programmes écrivent `NaN` là où un nombre manque, ce que JSON interdit, ou coupent un émoji en deux. Cela coûte une
        cellule, pas le fichier.
rows-inside =
    .message = Les lignes de ce fichier ont été prises dans sa liste `{ $path }`{ $others ->
            [none] .
           *[other] { "" } ; non lu : { $others }.
        }
    .hint = Si les lignes sont ailleurs dans le fichier, indiquez l’endroit : `rows:` sous ce fichier dans `consultation.yaml`.
    .explain = 
        Un fichier JSON enveloppe souvent ses lignes dans un objet, à côté de compteurs et de liens. greffe lit chaque liste d’objets
        comme un tableau.
nested-list =
    .message = 
        { $count ->
            [one] Les lignes de ce fichier contiennent une liste d’objets qui n’est pas lue : { $others }.
           *[other] Les lignes de ce fichier contiennent des listes d’objets qui ne sont pas lues : { $others }.
        }
    .hint = Si les contributions sont dans cette liste, écrivez `rows: { $path }` sous ce fichier. Si ce sont les commentaires ou les votes de ses lignes, ne le faites pas : ils seraient publiés sans dire sur quoi ils portent ; mettez-les dans un fichier à part, chacun avec le numéro de sa ligne.
    .explain = 
        Une liste d’objets dans une ligne (les commentaires d’une proposition, les propositions d’un thème) est un tableau à part, qu’aucun
        profil ne connaît ici. Rien n’en est publié.
bad-json =
    .message = Ce fichier JSON est abîmé à la ligne { $line }, caractère { $character } : { $error }.
    .hint = Téléchargez de nouveau le fichier depuis la plateforme : il a sans doute été coupé.
    .explain =
        À partir de l’endroit indiqué, le fichier ne suit plus les règles de JSON, souvent parce qu’un
        téléchargement a été interrompu ou que quelqu’un l’a retouché. Ce qui a pu être lu avant est
        conservé, le reste est écarté et cité sur la page « Méthode » ; greffe continue.
        Ne réparez pas le fichier à la main : procurez-vous une copie neuve.

bad-workbook =
    .message = Ce fichier de tableur ne s’ouvre pas : { said-error }.
    .hint = Ouvrez-le dans LibreOffice ou Excel, retirez son mot de passe s’il en a un, et enregistrez-le en .xlsx, .ods ou CSV UTF-8.
    .explain =
        greffe lit les formats .xlsx, .xls et .ods. Celui-ci est abîmé, protégé par un mot de passe ou d’une
        autre forme : rien n’a pu y être pris ; le fichier est cité parmi ce qui a été écarté et greffe
        continue.
        Dans LibreOffice ou Excel, choisissez « Fichier > Enregistrer sous » et donnez-lui un nouveau nom
        dans le même dossier, puis nommez ce fichier dans `consultation.yaml`.

bad-container =
    .message = Le fichier ZIP « { $value } » ne s’ouvre pas : { said-error }.
    .hint = Téléchargez-le de nouveau, ou décompressez-le vous-même et nommez le dossier dans `file:`.
    .explain =
        greffe lit un ZIP comme si ses fichiers étaient dans un dossier. Celui-ci est abîmé, tronqué ou
        protégé par un mot de passe : rien n’a pu y être pris.
        Si votre ordinateur sait le décompresser, faites-le dans le dossier `sources` et nommez plutôt le
        dossier :
            sources:
              - file: sources/export

container-limit =
    .message =
        { $what ->
            [cells] Le classeur « { $value } » dit contenir plus de { $limit } cellules.
            [members] Le fichier ZIP « { $value } » contient plus de { $limit } fichiers.
           *[unpacked] « { $value } » dépasse { $limit } une fois décompressé.
        }
    .hint =
        { $what ->
            [cells] Ouvrez-le dans LibreOffice ou Excel, supprimez les lignes et les colonnes vides autour du tableau et enregistrez-le de nouveau ; ou enregistrez le tableau en CSV.
           *[other] Décompressez-le vous-même et ne gardez que les fichiers de cette consultation dans le dossier `sources` ; ou relevez la limite dans `content/archive.yaml` : `limits: {"{"} unpacked: 8 GiB {"}"}` (`members:` pour le nombre de fichiers).
        }
    .explain =
        Un petit fichier compressé peut être fait pour remplir tout un disque. Les vrais exports restent loin des
        limites ; en général, des images ou des pièces jointes ont été emballées avec.

open-quote =
    .message = 
        { $count ->
            [one] { $count } ligne ouvre un guillemet et ne le ferme pas.
           *[other] { $count } lignes ouvrent un guillemet et ne le ferment pas.
        } Les lignes en dessous ont été lues comme des lignes du tableau, non comme la suite du texte.
    .hint = Comparez la première de ces lignes avec la plateforme ; si un texte de plusieurs lignes y est coupé, fermez le guillemet dans l’export.
    .explain = 
        Dans un fichier CSV, une cellule qui commence par un guillemet continue jusqu’au suivant, par-dessus toutes les lignes qui les
        séparent. S’il en manque un, la cellule avale les lignes du dessous. greffe le voit à la forme des lignes avalées : autant de
        cellules que de colonnes, nombres et dates à leur place. La ligne s’arrête là et les lignes sont lues pour ce qu’elles sont.
odd-quotes =
    .message = 
        { $count ->
            [one] { $count } ligne a des guillemets qui ne vont pas par paires, sur plusieurs lignes du fichier.
           *[other] { $count } lignes ont des guillemets qui ne vont pas par paires, sur plusieurs lignes du fichier.
        } Rien ne dit où son texte finit : d’autres lignes ont pu y entrer.
    .hint = Regardez la première de ces lignes dans l’export et fermez le guillemet resté ouvert.
    .explain = 
        Dans un fichier CSV, une cellule qui commence par un guillemet continue jusqu’au suivant. Ici, autre chose que le signe entre les colonnes suit un
        guillemet fermant, ou aucun ne ferme, et les colonnes n’ont ni nombres ni dates pour distinguer des lignes d’un texte.
cut-row =
    .message = 
        { $count ->
            [one] { $count } ligne du tableau était coupée en { $form } lignes par un retour à la ligne sans guillemets ; ses morceaux ont été recollés.
           *[other] { $count } lignes du tableau étaient coupées en { $form } lignes par un retour à la ligne sans guillemets ; leurs morceaux ont été recollés.
        }
    .hint = Comparez la première de ces lignes avec la plateforme.
    .explain = 
        Dans un fichier CSV, un texte de plusieurs lignes doit être entre guillemets. Ici il ne l’est pas : la ligne s’arrête au milieu d’un texte, et la
        suivante commence par des mots là où toutes ont un nombre. greffe les recolle si leurs cellules, mises bout à bout, sont toutes à leur place.
merged-number =
    .message = 
        { $count ->
            [one] { $count } nombre est dans une cellule fusionnée sur plusieurs lignes ; il n’a été donné qu’à la première.
           *[other] { $count } nombres sont dans des cellules fusionnées sur plusieurs lignes ; ils n’ont été donnés qu’à la première.
        }
    .hint = Si le nombre est celui de chaque ligne, défusionnez les cellules et recopiez-le ; s’il est celui de toutes ensemble, effacez-le ou répartissez-le.
    .explain = 
        Un texte fusionné vaut pour chaque ligne qu’il couvre (un thème, un quartier). Un nombre de voix, lui, serait compté plusieurs fois.
other-order =
    .message = 
        { $count ->
            [one] L’en-tête revient plus bas (ligne { $row }), avec ses colonnes dans un autre ordre ou avec d’autres colonnes : les lignes qui le suivent ont été lues d’après lui.
           *[other] L’en-tête revient { $count } fois plus bas (d’abord ligne { $row }), avec ses colonnes dans un autre ordre ou avec d’autres colonnes : les lignes qui le suivent ont été lues d’après lui.
        }{ $form ->
            [none] {""}
           *[other] {" "}Colonnes du nouvel en-tête qui n’ont pas été lues : { $form }.
        }
    .hint = Comparez une ligne d’avant et une d’après avec la plateforme ; mieux : mettez chaque export dans son propre fichier et nommez-les tous sous `sources:`.
    .explain = 
        Des exports mis bout à bout ont chacun leur en-tête. S’ils n’ont pas les mêmes colonnes dans le même ordre, lire le second d’après
        le premier mettrait les voix pour sous les voix contre. greffe range donc chaque cellule sous le nom que porte l’en-tête le plus proche au-dessus d’elle.
encoding-mixed =
    .message = Les accents de ce fichier (UTF-8) sont abîmés par endroits ; greffe a lu ces endroits comme du Windows-1252.
    .hint = Comparez les textes accentués avec la plateforme ; s’ils sont justes, il n’y a rien à faire.
    .explain =
        Une partie des octets de ce fichier n’est pas en UTF-8. En général, deux fichiers aux accents enregistrés autrement ont été
        réunis. Tout caractère sain reste tel quel ; seuls les endroits abîmés ont été lus en Windows-1252.

duplicate-key =
    .message =
        { $count ->
            [one] Dans ce fichier JSON, « { $key } » figure deux fois au même endroit (ligne { $line }, caractère { $character }).
           *[other] Dans ce fichier JSON, { $count } noms figurent deux fois au même endroit, le premier « { $key } » (ligne { $line }, caractère { $character }).
        }
    .hint = Comparez une de ces entrées avec la plateforme ; greffe publie la dernière valeur qui n’est pas vide.
    .explain =
        JSON ne dit pas laquelle de deux valeurs de même nom compte. greffe prend la dernière, sauf si elle est nulle et
        que la première ne l’est pas : une répétition vide ne dit rien. C’est à qui a écrit le fichier de le corriger.

bad-xml =
    .message =
        { $what ->
            [doctype] Ce fichier XML a un type de document (DOCTYPE), que greffe refuse : il peut faire grossir un fichier sans fin.
            [entity] Ce fichier XML emploie « &{ $error } » ligne { $line }, caractère { $character }, une abréviation qu’il n’explique pas.
            [open] L’élément « { $error } » de ce fichier XML n’est jamais fermé (ligne { $line }, caractère { $character }).
            [empty] Ce fichier XML ne contient aucun élément.
            [outside] Du texte se trouve hors des éléments de ce fichier XML (ligne { $line }, caractère { $character }).
           *[syntax] Ce fichier XML est abîmé ligne { $line }, caractère { $character } : { $error }.
        }
    .hint = Téléchargez de nouveau le fichier depuis la plateforme ; une copie fraîche vaut mieux qu’une réparation à la main.
    .explain =
        À partir de l’endroit indiqué, le fichier ne suit plus les règles du XML, souvent parce qu’un téléchargement a
        été interrompu. Le fichier est écarté et cité sur la page « Méthode » ; greffe continue.

bad-ballots =
    .message =
        { $what ->
            [start] Ce fichier de bulletins commence par « { $value } » et non par deux nombres (candidats et sièges).
            [number] « { $value } » se trouve ligne { $line }, là où ce fichier de bulletins demande un nombre.
            [candidate] Le bulletin de la ligne { $line } nomme le candidat « { $value } », qui n’existe pas.
            [names] Ce fichier de bulletins n’a pas autant de noms que de candidats (ligne { $line } : { $value }).
           *[end] Ce fichier de bulletins se termine avant ses bulletins (ligne { $line }).
        }
    .hint = Téléchargez de nouveau le fichier depuis la plateforme.
    .explain =
        Un fichier BLT contient deux nombres, les bulletins, une ligne avec 0, les noms entre guillemets et un titre.
        Celui-ci s’en écarte à l’endroit indiqué ; il est écarté et cité sur la page « Méthode ».

lfs-pointer =
    .message = Ce fichier est un pointeur de Git LFS, pas l’export lui-même.
    .hint = Lancez `git lfs pull` dans le dépôt d’où il vient, ou téléchargez de nouveau l’export depuis la plateforme.
    .explain = 
        Certains dépôts gardent les gros fichiers ailleurs et laissent quelques lignes qui disent où. Copiés sans Git LFS, ils se réduisent
        à ces lignes.
web-page =
    .message = C’est une page web, pas un export.
    .hint = Utilisez la fonction de téléchargement ou d’export de la plateforme ; une page enregistrée depuis le navigateur, ou une page d’erreur, ne contient pas de données lisibles sans risque.
    .explain =
        Le fichier commence comme une page HTML. Souvent le lien d’un export demande un mot de passe ou a expiré, et
        c’est la page qui le dit qui a été enregistrée.

cell-limit =
    .message =
        { $count ->
            [one] Une ligne a été écartée : une cellule de { $size } dépasse la taille permise ({ $limit }).
           *[other] { $count } lignes ont été écartées : l’une de leurs cellules est trop grande (limite : { $limit }).
        }
    .hint = Si ce texte est bien une contribution, relevez la limite dans `content/archive.yaml` : `limits: {"{"} cell: 20 MB {"}"}`.
    .explain =
        Une cellule de plusieurs mégaoctets est presque toujours une image ou un fichier collé dans un texte, ou un
        guillemet jamais fermé. La ligne est écartée et citée ; toutes les autres sont publiées.

record-limit =
    .message =
        { $what ->
            [values] Une ligne de ce fichier contient plus de { $limit } valeurs : la lecture s’est arrêtée là.
           *[other] Une ligne de ce fichier dépasse { $limit } : la lecture s’est arrêtée là.
        }
    .hint = Cherchez un guillemet jamais fermé juste après la dernière ligne lue ; le plus sûr est d’exporter de nouveau.
    .explain =
        Une ligne qui ne finit jamais remplirait la mémoire de la machine. Ce qui se trouve au-dessus est publié ; le
        reste du fichier compte pour une ligne écartée. `limits: {"{"} cell: … {"}"}` dans `content/archive.yaml` déplace aussi cette limite.

depth-limit =
    .message = Listes et objets sont emboîtés sur plus de { $limit } niveaux dans ce fichier.
    .hint = Si c’est bien un export, relevez la limite dans `content/archive.yaml` : `limits: {"{"} depth: 120 {"}"}`.
    .explain =
        Les exports emboîtent trois ou quatre niveaux. Un fichier de plusieurs centaines de niveaux a été fait pour
        casser les programmes qui le lisent.

row-limit =
    .message =
        { $count ->
            [one] Une ligne au-delà des { $limit } premières a été écartée.
           *[other] { $count } lignes au-delà des { $limit } premières ont été écartées.
        }
    .hint = Relevez la limite dans `content/archive.yaml` : `limits: {"{"} rows: 100000000 {"}"}`.
    .explain =
        greffe lit ce nombre de lignes d’un fichier et pas plus, pour qu’un fichier erroné n’occupe pas la machine sans fin.

column-limit =
    .message = Ce tableau a plus de { $limit } colonnes.
    .hint = Si c’est bien un export, relevez la limite dans `content/archive.yaml` : `limits: {"{"} columns: 50000 {"}"}` ; sinon, le signe entre les colonnes a sans doute été mal reconnu : écrivez par exemple `delimiter: ";"`.
    .explain =
        Les tableurs s’arrêtent à 16 384 colonnes. Un tableau qui en a plus a presque toujours été coupé au mauvais
        signe, ou c’est une matrice qu’aucun lecteur d’une archive ne regarderait.

unknown-format =
    .message = greffe ne sait pas lire cette sorte de fichier.
    .hint = Exportez les données en CSV, XLSX, ODS ou JSON, et mettez les pièces jointes, comme les PDF, dans le dossier `documents` de la consultation.
    .explain =
        greffe lit des tableaux (CSV, XLSX, XLS, ODS) et des documents de données (JSON, JSON Lines, YAML),
        même compressés avec gzip ou dans un ZIP. Ce fichier est autre chose, un PDF ou une image par
        exemple. Il est cité parmi ce qui a été écarté et greffe continue.
        Si les contributions n’existent qu’en PDF, demandez à la plateforme ses données, ou saisissez-les
        dans un tableau à vous, à raison d’une ligne pour chacune.

hidden-in-workbook =
    .message = Le classeur masque { $what ->
        [rows] { $count ->
            [one] 1 ligne
           *[other] { $count } lignes
        }
        [struck] { $count ->
            [one] 1 ligne barrée
           *[other] { $count } lignes barrées
        }
        [noted] { $count ->
            [one] 1 ligne par une note qui interdit de la publier
           *[other] { $count } lignes par des notes qui interdisent de les publier
        }
        [columns] { $count ->
            [one] 1 colonne
           *[other] { $count } colonnes
        } ({ $names })
       *[sheets] { $count ->
            [one] 1 feuille
           *[other] { $count } feuilles
        } ({ $names })
    } : rien n’en est publié.
    .hint = Si c’était public, écrivez `hidden: keep` sous ce fichier{ $what ->
        [sheets] , ou `sheet:` avec le nom de la feuille à lire
       *[other] {""}
    }.
    .explain = Ce que quelqu’un a masqué dans un classeur avant de l’envoyer n’était pas destiné à être vu. C’est écarté et nommé ici.
formulas-empty =
    .message =
        { $count ->
            [one] { $count } cellule contient une formule et aucune valeur : elle est lue comme vide.
           *[other] { $count } cellules contiennent une formule et aucune valeur : elles sont lues comme vides.
        }
    .hint = Ouvrez le classeur dans un tableur, enregistrez-le de nouveau, et utilisez ce nouveau fichier.
    .explain = Un programme a écrit les formules sans jamais les calculer. Ce qu’elles donneraient n’est pas dans le fichier.
lines-above =
    .message = 
        { $count ->
            [one] { $count } ligne au-dessus du tableau n’a pas été lue.
           *[other] { $count } lignes au-dessus du tableau n’ont pas été lues.
        }
    .hint = La ligne { $line } a été prise pour l’en-tête du tableau ; si c’en est une autre, indiquez-la : `header_row:` sous ce fichier dans `consultation.yaml`.
    .explain = 
        Au-dessus d’un tableau se trouvent souvent un titre, une date d’export, des remarques. greffe prend la première ligne qui ressemble
        à un en-tête : des noms, sans doublon, de colonnes qu’il connaît. Ce qui est au-dessus ne fait pas partie de l’archive.
no-header =
    .message = Ce tableau n’a pas d’en-tête : sa première ligne est une ligne comme les autres. Ses colonnes s’appellent « column 1 », « column 2 »…
    .hint = Dites ce qu’elles sont sous `columns:` dans `consultation.yaml` ; si la première ligne est tout de même un en-tête, écrivez `header_row: 1` sous ce fichier.
    .explain = 
        La première ligne contient des nombres, des dates ou des phrases là où les lignes du dessous en contiennent aussi, et aucun nom de
        colonne connu. La prendre pour un en-tête ferait perdre une ligne.
sheets-joined =
    .message = { $count } feuilles ont les mêmes colonnes et ont été lues comme un seul tableau : { $names }.
    .hint = Pour n’en lire qu’une, nommez-la : `sheet:` sous ce fichier dans `consultation.yaml`.
    .explain = 
        Quand plusieurs feuilles d’un classeur ont les mêmes colonnes, dans n’importe quel ordre, c’est un seul tableau coupé en morceaux.
        La colonne « sheet » dit sur quelle feuille se trouvait la ligne ; nommez-la dans `columns:` ou `further:` pour la publier.
several-sheets =
    .message = Seule la feuille « { $sheet } » de ce classeur a été lue ; les autres ne l’ont pas été : { $others }.
    .hint = Pour lire une autre feuille, ajoutez dans `consultation.yaml`, sous `sources`, une seconde entrée avec le même `file:` et le nom de la feuille dans `sheet:`.
    .explain =
        Un classeur a plusieurs feuilles, et chaque entrée de `sources` en lit une seule. Sans consigne, greffe
        prend la première qui a des lignes.
        Pour lire deux feuilles, nommez deux fois le fichier :
            sources:
              - file: sources/export.xlsx
                sheet: Propositions
              - file: sources/export.xlsx
                sheet: Commentaires

ragged-row =
    .message =
        { $count ->
            [one] { $count } ligne a moins de cellules que l’en-tête (cellules : { $form }) ; celles qui manquent comptent comme vides.
           *[other] { $count } lignes ont moins de cellules que l’en-tête (cellules : { $form }) ; celles qui manquent comptent comme vides.
        }
    .hint = Comparez les dernières colonnes avec la plateforme ; s’il manque quelque chose, exportez de nouveau le fichier.
    .explain =
        Dans un tableau, chaque ligne devrait avoir autant de cellules que l’en-tête. Ici, il en manque à la
        fin. greffe a conservé la ligne et laissé ces champs vides.
        Beaucoup de programmes omettent simplement les cellules vides en fin de ligne ; il n’y a alors rien
        de faux.

long-row =
    .message =
        { $count ->
            [one] { $count } ligne a plus de cellules que l’en-tête (cellules : { $form }) ; celles en trop sont vides et ont été ignorées.
           *[other] { $count } lignes ont plus de cellules que l’en-tête (cellules : { $form }) ; celles en trop sont vides et ont été ignorées.
        }
    .hint = Il n’y a normalement rien à faire ; si des textes semblent coupés, exportez de nouveau le fichier.
    .explain =
        Ces lignes finissent par plus de signes entre les colonnes que l’en-tête. Les cellules en trop ne contiennent
        rien : greffe a conservé les lignes telles quelles. Un tableur fait souvent cela quand une cellule
        loin à droite a servi un jour.

published-fields =
    .message = Ces colonnes sont publiées comme champs supplémentaires de chaque contribution : { $columns }.
    .hint = Pour en écarter, donnez sous `columns:` dans `privacy:` la liste de celles qui peuvent être publiées ; pour les écarter toutes, écrivez-y `columns: []`.
    .explain = Dans un tableau d’aucune plateforme, les textes qu’un mot courant nomme sont publiés à côté du texte de la contribution. Regardez s’ils sont destinés à tout le monde : des notes sur des personnes ne le sont pas.
duplicate-column =
    .message = Deux colonnes ont le même nom, « { $column } » ; seule la première est lue.
    .hint = S’il vous faut la seconde, enregistrez une copie du tableau où elle a un autre nom, et nommez cette copie dans `file:`.
    .explain =
        greffe trouve les colonnes par leur nom. Quand deux portent le même, il prend la première ; la
        seconde n’est pas publiée.
        Gardez le fichier d’origine. Dans une copie, donnez à la seconde colonne un nom à elle, dans la
        ligne d’en-tête.

## L’import

unknown-profile =
    .message = Aucun profil de lecture ne s’appelle « { $value } ».
    .hint = Corrigez `profile:` dans `consultation.yaml`, ou supprimez la ligne pour que greffe reconnaisse le fichier à ses colonnes{ $near-tail }.
    .explain =
        Un profil dit comment lire l’export d’une plateforme, par exemple `decidim/proposals`. Celui qui est
        nommé ici n’est ni fourni avec greffe ni dans `content/profiles` : greffe s’est arrêté et a laissé
        l’ancien site tel qu’il était.
        `greffe inspect`, suivi de votre fichier, montre quel profil convient. Pour un tableau à vous,
        décrivez plutôt ses colonnes :
            sources:
              - file: sources/tableau.csv
                kind: proposal
                columns:
                  title: Intitulé
                  body: Texte

status-lacking =
    .message = La colonne qui dit ce qui a été publié n’est pas dans ce fichier (« { $column } ») : des lignes masquées sur la plateforme peuvent être parmi celles qui sont publiées.
    .hint = Exportez de nouveau avec cette colonne, ou relisez les textes avant de publier.
    .explain = 
        Cet export dit dans une colonne à part quelles lignes ont été modérées, retirées ou jamais publiées. Sans elle, toutes se ressemblent.
profile-lacks =
    .message = Ce fichier a été lu comme « { $profile } » bien qu’il y manque { $missing } : { $share } % de ce que contient cet export est là. Ce que ces colonnes contiendraient reste vide.
    .hint = Exportez de nouveau avec ces colonnes si elles comptent ; si le fichier est autre chose, nommez un autre `profile:` ou ses `columns:`.
    .explain = 
        Un export auquel il manque une colonne, parce que quelqu’un l’a supprimée ou que la plateforme a changé, reste cet export. Il est lu,
        les champs manquants restent vides, et c’est dit.
wrong-profile =
    .message =
        { $profile ->
            [columns] Sous `columns:`, vous nommez des colonnes que le fichier n’a pas : { $missing }.
           *[other] Le profil « { $profile } » ne convient pas à ce fichier : il lui manque les colonnes { $missing }.
        }
    .hint =
        { $profile ->
            [columns] Recopiez exactement les noms de colonnes, de la ligne d’en-tête du fichier dans `columns:` de `consultation.yaml`{ $near-tail }.
           *[other] Corrigez ou supprimez le `profile:` de ce fichier dans `consultation.yaml`{ $near-tail }.
        }
    .explain =
        `consultation.yaml` dit comment lire ce fichier, par `profile:` ou par `columns:`, mais des colonnes
        qui y sont nommées ne sont pas dans le fichier. Le lire quand même ferait perdre sans bruit des
        textes ou des votes : greffe s’est arrêté et a laissé l’ancien site tel qu’il était.
        `greffe inspect`, suivi du fichier, montre les noms de ses colonnes et le profil qui convient.
        Vérifiez que c’est le bon fichier, et que sa ligne d’en-tête n’a été ni changée ni traduite.
            sources:
              - file: sources/tableau.csv
                kind: proposal
                columns:
                  title: Intitulé
                  body: Texte

bad-profile =
    .message =
        Dans le profil « { $profile } », { $fault ->
            [field] « { $value } » n’est pas un champ.
            [column] le champ « { $field } » ne nomme aucune colonne.
            [word] « { $value } » n’est pas un mot que « { $field } » connaît.
            [form] « { $value } » n’est pas une forme de date que greffe sait relire.
            [code] « { $value } » n’est pas un motif pour écarter des lignes.
            [no-code] une entrée de `records` écarte des lignes sans en donner le motif.
            [required] aucune colonne n’est exigée : aucun fichier ne serait jamais reconnu.
            [rows] `rows` est donné, mais un tableau a ses lignes en haut.
            [records] il n’y a rien sous `records` : les lignes ne deviendraient rien.
            [condition] une condition ne dit ni quelles valeurs elle veut, ni si la cellule est vide.
            [zone] « { $value } » n’est pas un fuseau horaire.
            [missing] il manque le réglage `{ $value }`.
            [shape] `{ $field }` doit être { $value ->
                [list] une liste
                [map] des réglages et leurs valeurs
                [boolean] `true` ou `false`
                [number] un nombre
               *[text] un seul texte
            }.
            [twice] l’`id` est déjà celui de { $value }.
           *[other] quelque chose ne va pas : { $value }.
        }
    .hint =
        { $fault ->
            [field] Corrigez-le pour en faire le nom d’un champ{ $near-tail } ; `greffe schema profile` les décrit tous.
            [column] Écrivez après lui le nom d’une colonne du fichier, comme son en-tête l’écrit, ou `value:` avec un texte toujours le même.
            [word] Remplacez-le par un de ceux-ci : { $known }{ $near-tail }.
            [form] Écrivez la forme avec %d (jour), %m (mois), %Y (année), %H, %M et %S, comme `"%d/%m/%Y %H:%M"`.
            [code] Remplacez-le par un de ceux-ci : { $known }{ $near-tail }.
            [no-code] Ajoutez `code:` avec un de ceux-ci : { $known }.
            [required] Écrivez sous `recognise:` les colonnes qui distinguent cet export des autres, comme `required: [Numéro, Texte]`.
            [rows] Supprimez la ligne, ou écrivez `form: document` si le fichier est du JSON avec des parties imbriquées.
            [records] Écrivez au moins une entrée sous `records:`, avec `as:` et `fields:`.
            [condition] Ajoutez `values: [une, autre]`, ou bien `empty: true` ou `empty: false`.
            [zone] Écrivez une région et une ville, par exemple `Europe/Paris`.
            [missing] Ajoutez-le ; `greffe schema profile` dit ce qu’il signifie.
            [shape] Écrivez-le comme le montre `greffe schema profile`{ $value ->
                [list] , par exemple `[un, autre]`
                [map] , par exemple une ligne en retrait `nom: valeur`
               *[other] { "" }
            }.
            [twice] Donnez à ce profil un autre `id`, ou supprimez un des deux fichiers.
           *[other] Corrigez cet endroit dans le fichier de `content/profiles` ; `greffe schema profile` donne la liste de ce qui est permis.
        }
    .explain =
        Un profil de `content/profiles` dit à greffe comment lire les fichiers d’une plateforme. La ligne que
        nomme le message n’est pas valable : un champ ou un mot que greffe n’a pas, un champ sans colonne,
        une forme de date illisible… Toutes les fautes du fichier sont dites en même temps. greffe s’est arrêté
        et a laissé l’ancien site tel qu’il était.
            fields:
              title: Intitulé
              body: Texte
              created_at: Date

unrecognised =
    .message =
        { $columns ->
            [0] greffe ne reconnaît pas ce fichier et ne publie rien qu’il devrait deviner.
            [one] greffe ne reconnaît pas ce tableau de { $columns } colonne et ne publie rien qu’il devrait deviner.
           *[other] greffe ne reconnaît pas ce tableau de { $columns } colonnes et ne publie rien qu’il devrait deviner.
        }
    .hint = Dites ce que contient chaque colonne, sous `columns:` dans `consultation.yaml` : `greffe inspect` affiche un bloc à recopier. Si le fichier ne fait pas partie de la consultation, retirez-le de `sources:`{ $near-list }
    .explain =
        greffe reconnaît les exports des plateformes qu’il connaît aux noms de leurs colonnes. Celles-ci ne
        correspondent à aucune, et ce ne sont pas non plus les mots courants (titre, texte, votes…). greffe
        s’arrête, pour que rien de deviné ne soit publié comme si c’était connu.
        Vous pouvez dire vous-même ce qu’est chaque colonne. `greffe inspect`, suivi du fichier, affiche ce
        bloc avec les noms de vos colonnes :
            sources:
              - file: sources/tableau.csv
                kind: proposal
                columns:
                  id: Numéro
                  title: Intitulé
                  body: Texte
                  votes_for: Pour

unrecognised-member =
    .message =
        { $columns ->
            [0] greffe ne reconnaît pas ce fichier parmi les autres ; il a été écarté.
            [one] greffe ne reconnaît pas ce fichier de { $columns } colonne parmi les autres ; il a été écarté.
           *[other] greffe ne reconnaît pas ce fichier de { $columns } colonnes parmi les autres ; il a été écarté.
        }
    .hint = S’il contient des contributions, ajoutez-le dans `consultation.yaml`, sous `sources`, avec ses propres `columns:`{ $near-list }
    .explain =
        Une entrée de `sources` peut être un dossier ou un fichier ZIP, et souvent quelques-uns de ses fichiers n’ont rien à voir
        avec les contributions. Celui-ci ne correspond à aucun profil : il a été écarté et il est cité
        sur la page « Méthode ». Les autres fichiers ont été lus.
        S’il compte, nommez-le à part :
            sources:
              - file: sources/export/autre-tableau.csv
                kind: proposal
                columns:
                  title: Intitulé
                  body: Texte

nothing-to-show =
    .message = Tous les textes de cette consultation sont masqués : { $count } contributions, et rien à publier.
    .hint = Voyez les avertissements ci-dessus : ils nomment les colonnes et les mots qui les masquent, et les réglages qui décident.
    .explain = Une archive de textes masqués ne serait que pages vides. Soit les fichiers ne sont pas ceux qui sont publics, soit un mot ou une colonne est mal compris.
nothing-readable =
    .message = greffe n’a trouvé ni contribution, ni commentaire, ni vote dans les fichiers de cette consultation.
    .hint = Corrigez d’abord ce que greffe dit de chaque fichier, puis relancez `greffe build`.
    .explain =
        Tous les fichiers ont été écartés : la consultation serait vide. greffe s’est arrêté plutôt que
        de publier une page vide ; l’ancien site reste tel qu’il était.
        Lancez `greffe inspect` sur chaque fichier : il montre ce que greffe y reconnaît. D’ordinaire, il
        manque `columns:` à un tableau à vous, ou les fichiers ne sont pas ceux qui contiennent les
        contributions.

missing-column =
    .message = Il manque le réglage `{ $column }`, ou il est vide.
    .hint = Ajoutez à `consultation.yaml` le réglage `sources:` avec au moins un `- file: sources/…`.
    .explain =
        Une consultation se fait à partir des fichiers de sa plateforme, et `consultation.yaml` n’en nomme
        aucun. Il n’y a rien à publier : greffe s’est arrêté et a laissé l’ancien site tel qu’il était.
            title: Ma consultation
            sources:
              - file: sources/propositions.csv
              - file: sources/commentaires.csv

shifted-row =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : ses cellules sont décalées.
           *[other] { $count } lignes ont été écartées : leurs cellules sont décalées.
        }
    .hint = Exportez de nouveau le fichier. Si le tableau est à vous, entourez de guillemets droits (") les textes qui contiennent une virgule ou un point-virgule.
    .explain =
        Dans ces lignes, une date se trouve là où devrait être un nombre, ou l’inverse : d’ordinaire, un
        texte contient le signe entre les colonnes sans être entre guillemets, et tout ce qui suit glisse vers la droite.
        greffe n’a pas pu remettre les choses en place avec certitude ; publier un nom ou des votes faux
        serait pire que d’omettre la ligne. Ces lignes sont citées sur la page « Méthode ».
        Demandez à la plateforme un autre format (JSON ou XLSX), ou ouvrez le fichier dans un tableur pour
        voir le décalage.

realigned-row =
    .message =
        { $count ->
            [one] { $count } ligne avait ses cellules sous les mauvaises colonnes ; elle a été remise en place et conservée.
           *[other] { $count } lignes avaient leurs cellules sous les mauvaises colonnes ; elles ont été remises en place et conservées.
        }
    .hint = Comparez avec la plateforme pour être sûr que rien ne manque au texte.
    .explain =
        Un texte contenait le signe entre les colonnes, sans guillemets, et a été coupé en deux, ou deux cellules ont été
        réunies. Une seule réparation remettait les dates, les nombres et les adresses à leur place ; greffe
        l’a faite et a conservé les lignes.
        Le fichier d’origine n’est pas changé. Un nouvel export dans un autre format, si la plateforme en
        propose un, lève le doute.

unknown-row-type =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : elle est d’un type que le profil ne connaît pas.
           *[other] { $count } lignes ont été écartées : elles sont d’un type que le profil ne connaît pas.
        }
    .hint = Regardez dans le fichier ce que contient cette sorte de ligne ; si ce sont des contributions, copiez le profil dans `content/profiles` et ajoutez-y ce type.
    .explain =
        Certains exports contiennent plusieurs sortes de lignes (propositions, votes, signalements…), qu’une
        colonne distingue. Le profil n’a pas de règle pour le type rencontré ici : ces lignes ont été écartées
        et sont citées sur la page « Méthode » ; toutes les autres sont publiées.
        Les plateformes ajoutent de temps en temps de nouveaux types. Merci d’en parler au projet greffe,
        pour que le profil puisse l’apprendre.

missing-id =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : elle n’a ni numéro à elle, ni texte qui permette de la reconnaître.
           *[other] { $count } lignes ont été écartées : elles n’ont ni numéro à elles, ni texte qui permette de les reconnaître.
        }
    .hint = Si ces lignes ne sont pas simplement vides, vérifiez dans `columns:` que `id`, `title` et `body` nomment les bonnes colonnes.
    .explain =
        Chaque contribution a besoin d’un numéro pour son adresse permanente. Quand le fichier n’en
        donne pas, greffe en calcule un à partir du titre et du texte, mais ils sont vides ici aussi. Les
        lignes ont été écartées et sont citées sur la page « Méthode ».
        Ce sont souvent des lignes blanches ou des totaux à la fin d’un tableau ; il n’y a alors rien à
        faire.

generated-id =
    .message =
        { $count ->
            [one] { $count } ligne n’a pas de numéro à elle ; son adresse a été calculée à partir de son titre, de son texte et de sa date.
           *[other] { $count } lignes n’ont pas de numéro à elles ; leur adresse a été calculée à partir de leur titre, de leur texte et de leur date.
        }
    .hint = Si le tableau a une colonne de numéros qui ne changent jamais, écrivez son nom après `id:`, sous `columns:` dans `consultation.yaml`. Sinon, corriger un texte changera l’adresse de sa page.
    .explain =
        Une page de l’archive doit garder son adresse pour toujours. Sans numéro donné par la plateforme,
        greffe en calcule un à partir du titre, du texte et de la date. Tant qu’ils ne changent pas,
        l’adresse ne change pas non plus ; mais corriger une seule lettre déplace la page.
        Si vous le pouvez, ajoutez une colonne de numéros à un tableau à vous avant de le publier, et ne
        renumérotez jamais :
            columns:
              id: Numéro
              title: Intitulé
              body: Texte

renewed-row =
    .message = 
        { $count ->
            [one] { $count } ligne
           *[other] { $count } lignes
        } d’un export plus ancien ne diffèrent d’un plus récent que par des nombres ou des dates de modification : le fichier nommé en dernier l’emporte.
    .hint = Il n’y a rien à faire ; pour publier ce qui a changé entre les exports, donnez à chacun son jour avec `edition:`.
    .explain = 
        Deux exports d’une plateforme contiennent les mêmes contributions, avec les votes de deux jours. C’est à chaque fois une seule chose.
duplicate-row =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : elle répète une ligne déjà lue ({ $example }).
           *[other] { $count } lignes ont été écartées : elles répètent des lignes déjà lues ({ $example }).
        }
    .hint = Il n’y a rien à faire ; si un fichier entier figure deux fois dans `sources`, retirez-en un.
    .explain =
        La même chose (même nature, même numéro, même contenu) figure deux fois dans les fichiers. La
        première est conservée, la seconde écartée et citée sur la page « Méthode », pour que rien ne
        compte double.
        C’est habituel quand deux exports se recouvrent.

shared-id =
    .message =
        { $count ->
            [one] { $count } ligne partage le numéro d’une autre et dit autre chose ({ $differs })
           *[other] { $count } lignes partagent le numéro d’une autre et disent autre chose ({ $differs })
        } : cette colonne ne numérote pas les contributions.
    .hint = Nommez la bonne colonne `id:` sous `columns:` dans `consultation.yaml`, ou aucune (`id: ""`), mais seulement si chaque ligne est une contribution à elle seule : sinon la même serait publiée plusieurs fois ; si chaque ligne est un commentaire, un vote ou une personne, dites-le par ses colonnes.
    .explain = 
        Des lignes qui partagent un numéro et diffèrent ailleurs sont des choses différentes, ou une seule racontée plusieurs fois. Au-delà
        d’une ligne sur cent, la colonne ne peut pas distinguer une contribution d’une autre, et publier ferait perdre des lignes.
comments-apart =
    .message = Les textes de ce tableau s’appellent commentaires, et ses titres ou ses numéros sont ceux de contributions d’un autre fichier, ou manquent : { $count ->
            [one] sa ligne ressemble à un commentaire
           *[other] ses { $count } lignes ressemblent à des commentaires
        } sur les contributions d’un autre fichier.
    .hint = Si ce sont des commentaires, écrivez sous ce fichier, à la place de ses `profile:` et `kind:` : `{ $comments }` ; si ce sont malgré tout des contributions, `{ $contributions }`.
    .explain =
        Un tableau dont les textes s’appellent « commentaire », sans titres ou avec les titres des contributions d’un autre
        fichier, ne contient guère de nouvelles contributions. Rien n’en est fait avant que quelqu’un dise ce que c’est.
shared-title =
    .message =
        { $count ->
            [one] { $count } commentaire nomme ce dont il parle par un titre que plusieurs contributions partagent : il est gardé à part, sur une page de ce titre ({ $example }).
           *[other] { $count } commentaires nomment ce dont ils parlent par un titre que plusieurs contributions partagent : ils sont gardés à part, sur une page de ce titre ({ $example }).
        }
    .hint = Ajoutez aux commentaires une colonne avec le numéro de la contribution, ou corrigez l’un des titres.
    .explain = Rien ne dit laquelle des contributions est visée, et donner le commentaire à la première serait deviner.
reply-elsewhere =
    .message =
        { $count ->
            [one] { $count } commentaire dit répondre à un commentaire d’une autre contribution : il reste sur la sienne, comme un commentaire à part ({ $example }).
           *[other] { $count } commentaires disent répondre à des commentaires d’une autre contribution : ils restent sur la leur, comme des commentaires à part ({ $example }).
        }
    .hint = Corrigez dans l’export le numéro de la contribution ou celui du commentaire auquel il répond.
    .explain = Ce qu’un commentaire dit lui-même de ce dont il parle est cru avant ce à quoi il répond.
repeat-differs =
    .message = 
        { $count ->
            [one] { $count } ligne répète une contribution avec un autre titre ou un autre texte ({ $example }) ; la première a été gardée.
           *[other] { $count } lignes répètent des contributions avec un autre titre ou un autre texte ({ $example }) ; la première a été gardée.
        }
    .hint = Comparez ces lignes avec la plateforme ; si ce sont des contributions à part, la colonne des numéros n’est pas la bonne.
    .explain = 
        Dans cet export, chaque ligne est un commentaire, un vote ou une étiquette, et répète la contribution concernée. Toutes les répétitions
        devraient dire la même chose.
joined-row =
    .message =
        { $count ->
            [one] { $count } ligne complète une contribution d’un autre fichier, de même numéro et de même titre : ce qu’elle dit y a été ajouté ({ $example }).
           *[other] { $count } lignes complètent des contributions d’un autre fichier, de mêmes numéros et de mêmes titres : ce qu’elles disent y a été ajouté ({ $example }).
        }
    .hint = Il n’y a rien à faire.
    .explain = Un fichier contient les textes et un autre les résultats, avec les mêmes numéros et les mêmes titres. Ensemble, ce sont les contributions ; les nombres du fichier nommé en dernier sont repris.
hidden-twin =
    .message =
        { $count ->
            [one] { $count } ligne figure deux fois, une fois montrée et une fois masquée ou sans son auteur : ce qui masque l’emporte, et rien n’en est publié ({ $example }).
           *[other] { $count } lignes figurent deux fois, une fois montrées et une fois masquées ou sans leur auteur : ce qui masque l’emporte, et rien n’en est publié ({ $example }).
        }
    .hint = Si le fichier le plus récent se trompe, retirez-le de `sources` ; pour publier ce qui a changé entre deux exports, donnez à chacun son jour avec `edition:`.
    .explain =
        Deux lignes, le plus souvent de deux exports, portent le même numéro, et l’une dit qu’elle était masquée ou
        supprimée, ou que son auteur est parti. Quelqu’un l’a voulu, et ce qui a été publié ne se reprend pas : quel que
        soit l’ordre des fichiers, c’est la ligne qui masque le plus qui a raison.
conflicting-id =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : une autre porte le même numéro mais un contenu différent ({ $example }).
           *[other] { $count } lignes ont été écartées : d’autres portent les mêmes numéros mais un contenu différent ({ $example }).
        }
    .hint = Ne gardez dans `sources` que le bon fichier, ou mettez-le en premier : c’est la première ligne rencontrée qui est conservée ; pour publier ce qui a changé entre deux exports, donnez à chacun son jour avec `edition:`.
    .explain =
        Deux lignes prétendent être la même chose, mais diffèrent par le texte, la date ou les votes.
        Souvent, deux exports de jours différents sont côte à côte. greffe conserve la première dans l’ordre
        de `sources`, écarte l’autre et la cite sur la page « Méthode ».
        Mettez en premier le fichier qui doit l’emporter, ou retirez l’ancien. Si ce sont deux choses
        différentes, c’est que l’`id:` de `columns:` nomme une colonne qui ne les numérote pas.
            sources:
              - file: sources/export-final.csv
              - file: sources/export-provisoire.csv

far-date =
    .message = { $count } dates sont antérieures à 1990 ou postérieures à 2100 et sont laissées vides (comme { $example }).
    .hint = Corrigez ces dates dans l’export, ou voyez si la colonne contient autre chose.
    .explain = Aucune consultation de ces années n’a d’export. Ce sont des fautes, ou des champs vides qu’un programme a remplis de son premier jour. Elles restent vides : mieux vaut pas de date qu’une date fausse.
date-order-taken =
    .message = Rien dans cette colonne ne dit si 03/04 est en avril ou en mars : { $count } dates sont lues { $value ->
        [month] le mois
       *[day] le jour
    } d’abord.
    .hint = { $value ->
        [month] Si le jour vient d’abord, écrivez `month_first: false` sous ce fichier.
       *[day] Si le mois vient d’abord, écrivez `month_first: true` sous ce fichier.
    } Écrivez-le dans un cas comme dans l’autre, et cet avertissement disparaît.
    .explain = Une cellule comme 25/12/2024 prouverait l’ordre pour toute la colonne ; il n’y en a pas, dans aucune colonne de dates de ce fichier.
date-orders-mixed =
    .message = Cette colonne a des dates où le jour vient d’abord et d’autres où c’est le mois : { $count } qui pourraient être l’un ou l’autre sont laissées vides.
    .hint = Corrigez le fichier ; ou écrivez `month_first: true` ou `false` sous ce fichier, si un seul ordre vaut pour toutes.
    .explain = 25/12/2024 prouve un ordre et 12/25/2024 l’autre. Ce qui se prouve soi-même est lu ; 03/04/2024 n’est pas deviné.
bad-date =
    .message =
        { $count ->
            [one] { $count } date n’a pas pu être lue et reste vide : { $example }.
           *[other] { $count } dates n’ont pas pu être lues et restent vides : { $example }.
        }
    .hint = Dites comment la date est écrite : dans `consultation.yaml`, sous `columns:`, donnez à cette colonne un `format:` comme "%d/%m/%Y".
    .explain =
        greffe lit les dates comme les écrivent vingt langues et les programmes usuels. Celle-ci
        n’en est pas une ; deviner pourrait tromper de plusieurs mois : la date a été laissée vide et la
        ligne conservée. Elle n’a pas de place dans l’ordre des dates.
        Dans les formes indiquées (une cellule illisible n’est jamais citée), 9 tient lieu d’un chiffre quelconque et a d’une lettre quelconque. %d est le
        jour, %m le mois, %Y l’année, %H:%M l’heure :
            columns:
              created_at:
                column: Date
                format: "%d/%m/%Y"
        Si seul l’ordre du jour et du mois est en doute, écrivez `month_first: true` sous le fichier.

zone-unknown =
    .message =
        { $count ->
            [one] { $count } heure est suivie d’un nom de fuseau que greffe ne connaît pas ou qui en désigne plusieurs : seul le jour a été retenu ({ $example }).
           *[other] { $count } heures sont suivies d’un nom de fuseau que greffe ne connaît pas ou qui en désigne plusieurs : seul le jour a été retenu ({ $example }).
        }
    .hint = Dans l’export, remplacez ce nom par le décalage : `2024-03-05 14:05 +02:00`.
    .explain = `CEST` veut dire une seule chose, `CST` et `IST` plusieurs : l’heure de Chicago ou de Pékin, d’Inde, d’Irlande ou d’Israël. Plutôt que de deviner, greffe garde le jour écrit et laisse l’heure.
odd-date =
    .message =
        { $count ->
            [one] { $count } date est écrite sous une forme inhabituelle ; elle a été lue de la seule façon qui ait un sens : { $example }.
           *[other] { $count } dates sont écrites sous une forme inhabituelle ; elles ont été lues de la seule façon qui ait un sens : { $example }.
        }
    .hint = Comparez une de ces dates avec la plateforme ; si elle est juste, il n’y a rien à faire.
    .explain =
        Ces dates sont abîmées ou inhabituelles (une lettre égarée, une partie absente), mais une seule
        lecture est possible. greffe l’a prise et a conservé les lignes. Dans les formes indiquées (une cellule illisible n’est jamais citée), 9 tient
        lieu d’un chiffre quelconque et a d’une lettre quelconque.
        Si elles sont fausses sur le site, dites comment elles sont écrites :
            columns:
              created_at:
                column: Date
                format: "%Y/%m/%d"

thousands-taken =
    .message = Les signes devant trois chiffres sont lus comme séparateurs de milliers : { $count } cellules.
    .hint = Si ce sont des décimales, écrivez `decimal: ","` ou `decimal: "."` sous ce fichier.
    .explain = Rien dans la colonne ne prouve si 1.234 vaut mille deux cent trente-quatre, ou un peu plus que un. Dans une colonne de comptes, le premier sens est presque toujours le bon : il a été retenu.
bad-number =
    .message =
        { $count ->
            [one] { $count } cellule devrait contenir un nombre, mais contient autre chose ; elle reste vide : { $example }.
           *[other] { $count } cellules devraient contenir un nombre, mais contiennent autre chose ; elles restent vides : { $example }.
        }
    .hint = Vérifiez dans `consultation.yaml` que cette colonne contient bien un nombre de votes ou de commentaires ; dans un tableau à vous, n’y écrivez que des chiffres.
    .explain =
        Les nombres de votes ou de commentaires sont entiers et jamais négatifs. Ce qui se trouve dans ces
        cellules n’en est pas un ; greffe a laissé le nombre vide (inconnu, et non pas zéro) et a conservé
        la ligne.
        Dans un tableau à vous, écrivez « 12 », et non « environ 12 » ou « 12 votes ». Si c’est la mauvaise
        colonne qui est nommée, corrigez :
            columns:
              votes_for: Pour

hidden-by-word =
    .message = { $count } textes sont retenus : cette colonne parle de publication, et greffe ne sait pas ce qu’elle y dit ({ $example }).
    .hint = S’ils étaient publics, écrivez sous ce fichier, avec les mots tels quels : `statuses:` et dessous `{ $example }: published` (ou moderated, withdrawn, erased). Ou `hidden: keep` pour publier tout ce qui est masqué dans ce fichier.
    .explain = Dans une colonne qui parle de publication ou de modération, seuls les mots connus pour dire « publié » laissent passer un texte. Les lignes restent, comme modérées ; leurs textes, leurs titres et les noms ne sont dans aucune sortie.
hidden-by-column =
    .message = { $count } textes sont retenus : cette colonne dit quelles lignes étaient publiques, et ce qu’elle y dit ne les montre pas ({ $example }).
    .hint = Si un mot veut dire qu’une ligne était publique, écrivez `statuses: {"{"} "le mot": published {"}"}` sous ce fichier ; si toutes l’étaient, `hidden: keep`.
    .explain = Une colonne nommée masqué, supprimé, privé, brouillon, spam ou à ne pas publier masque chaque ligne où elle dit autre chose que non ; une colonne nommée publié ou visible, ou qui demande un accord pour publier, masque là où elle ne dit pas oui (∅ : elle y est vide). Les lignes restent, comme modérées ; leurs textes ne sont dans aucune sortie.
hidden-by-title =
    .message =
        { $count ->
            [one] { $count } texte est retenu : il est sous un titre, sur une feuille ou dans une liste qui dit qu’il n’était pas public ({ $example }).
           *[other] { $count } textes sont retenus : ils sont sous un titre, sur une feuille ou dans une liste qui dit qu’ils n’étaient pas publics ({ $example }).
        }
    .hint = S’ils étaient publics, écrivez `hidden: keep` sous ce fichier.
    .explain = Une ligne qui ne contient qu’un titre (« Propositions masquées »), une feuille (« Supprimées ») ou une liste (`hidden_proposals`) parle de toutes les lignes qui suivent, jusqu’au titre suivant. Elles restent, comme modérées ; leurs textes ne sont dans aucune sortie.
text-taken-down =
    .message =
        { $count ->
            [one] { $count } texte dit seulement qu’il y en avait un et qu’il a été retiré : sa ligne est gardée comme effacée.
           *[other] { $count } textes disent seulement qu’il y en avait un et qu’il a été retiré : leurs lignes sont gardées comme effacées.
        }
    .hint = Il n’y a rien à faire ; si c’est bien le texte lui-même, écrivez `hidden: keep` sous ce fichier.
    .explain = Les plateformes écrivent « [supprimé] » ou « Ce commentaire a été retiré » à la place d’un texte disparu. Si un autre export contient encore le texte, il n’est pas publié de là non plus.
name-withheld =
    .message =
        { $count ->
            [one] { $count } auteur n’est pas nommé : cette colonne le demande ({ $example }).
           *[other] { $count } auteurs ne sont pas nommés : cette colonne le demande ({ $example }).
        }
    .hint = Si un mot y veut dire que le nom était public, écrivez `statuses: {"{"} "le mot": published {"}"}` sous ce fichier.
    .explain = Une colonne nommée anonyme ou masquer mon nom tait l’auteur de chaque ligne où elle dit autre chose que non ; une colonne nommée publier mon nom ou nom visible, de chaque ligne où elle ne dit pas oui (∅ : elle y est vide). Les textes restent.
hidden-row =
    .message = La ligne était masquée : elle n’est pas publiée.
    .hint = Si elle était publique, écrivez `hidden: keep` sous ce fichier.
    .explain = Les lignes masquées d’un classeur, et les textes attachés à une ligne dont les colonnes disent qu’elle était masquée, sont écartés, et le fichier le dit nommément.
unknown-value =
    .message =
        { $count ->
            [one] Dans { $count } cellule, greffe ne connaît pas le mot employé et l’a laissée vide : { $example }.
           *[other] Dans { $count } cellules, greffe ne connaît pas le mot employé et les a laissées vides : { $example }.
        }
    .hint = Dites ce que le mot signifie : sous `columns:` dans `consultation.yaml`, donnez à cette colonne `values:` avec le mot et son sens.
    .explain =
        Pour certaines colonnes, greffe doit savoir ce que chaque mot veut dire : un commentaire est-il pour
        ou contre, une contribution est-elle publiée ou retirée ? Le mot indiqué n’est pas dans la liste du
        profil. La ligne est conservée, ce seul champ reste vide.
        Dans un tableau à vous, vous pouvez traduire les mots. Les camps et les votes sont for (pour),
        against (contre), neutral (neutre), none (aucun) ; les états sont published (publié), withdrawn
        (retiré), moderated (masqué par la modération), erased (effacé) :
            columns:
              side:
                column: Avis
                values:
                  D'accord: for
                  Pas d'accord: against

bad-coordinates =
    .message =
        { $count ->
            [one] { $count } lieu a des coordonnées impossibles ; elles ne sont pas publiées : { $example }.
           *[other] { $count } lieux ont des coordonnées impossibles ; elles ne sont pas publiées : { $example }.
        }
    .hint = Vérifiez que `latitude` et `longitude` nomment les bonnes colonnes et que les valeurs sont en degrés, comme 48.85 et 2.35.
    .explain =
        Une latitude est entre −90 et 90, une longitude entre −180 et 180, l’une et l’autre en degrés ; « 0,
        0 » veut dire que personne ne les a remplies. D’autres valeurs mettraient la contribution au mauvais
        endroit sur une carte : greffe a écarté le point et a conservé la ligne.
        Des coordonnées dans un autre système (Lambert 93, par exemple, avec des valeurs comme 652381)
        doivent d’abord être converties.
            columns:
              latitude: Lat
              longitude: Lon

missing-parent =
    .message =
        { $form ->
            [comment]
                { $count ->
                    [one] { $count } commentaire porte sur une contribution qui n’est dans aucun fichier.
                   *[other] { $count } commentaires portent sur une contribution qui n’est dans aucun fichier.
                }
            [vote]
                { $count ->
                    [one] { $count } vote porte sur une contribution qui n’est dans aucun fichier.
                   *[other] { $count } votes portent sur une contribution qui n’est dans aucun fichier.
                }
            [tag]
                { $count ->
                    [one] { $count } mot-clé est attaché à une contribution qui n’est dans aucun fichier.
                   *[other] { $count } mots-clés sont attachés à une contribution qui n’est dans aucun fichier.
                }
           *[other]
                { $count ->
                    [one] { $count } ligne se rattache à une contribution qui n’est dans aucun fichier, ou ne dit pas à quoi.
                   *[other] { $count } lignes se rattachent à une contribution qui n’est dans aucun fichier, ou ne disent pas à quoi.
                }
        }
    .hint = Par exemple : { $example }. Ajoutez à `sources`, dans `consultation.yaml`, le fichier exporté qui contient les contributions en question.
    .explain =
        Les commentaires, les votes, les réponses et les amendements se rattachent à une contribution. Celle
        qu’ils nomment n’est dans aucun fichier : elle a été supprimée, n’a jamais été publique, ou son
        export manque. greffe garde ce qu’il a : une page vide, avec le bon numéro et sans rang, les
        accueille et dit que la contribution n’est pas dans les fichiers. Une ligne qui ne dit pas du tout à
        quoi elle se rattache est écartée et citée sur la page « Méthode » ; un mot-clé sans sa
        contribution est écarté.
        Le plus souvent, un fichier manque. Ajoutez-le :
            sources:
              - file: sources/propositions.csv
              - file: sources/commentaires.csv

orphan-reply =
    .message =
        { $count ->
            [one] { $count } réponse répond à un commentaire absent des fichiers ; elle est placée directement sous la contribution ({ $example }).
           *[other] { $count } réponses répondent à un commentaire absent des fichiers ; elles sont placées directement sous la contribution ({ $example }).
        }
    .hint = Il n’y a rien à faire si le commentaire a été supprimé sur la plateforme ; sinon, ajoutez à `sources` l’export qui le contient.
    .explain =
        Le commentaire auquel on répondait n’est pas là, d’ordinaire parce que la modération ou la personne
        qui l’a écrit l’a supprimé. La réponse est conservée : elle se trouve au premier niveau sous sa contribution et
        porte la mention d’une réponse à un commentaire absent. Les numéros indiqués sont ceux des
        commentaires absents.

parent-loop =
    .message = 
        { $count ->
            [one] { $count } contribution est son propre ancêtre ; son parent a été omis ({ $example }).
           *[other] { $count } contributions sont leurs propres ancêtres ; leurs parents ont été omis ({ $example }).
        }
    .hint = Vérifiez que `parent_id` nomme la colonne du numéro du parent ; dans l’export d’une plateforme, il n’y a rien à faire.
    .explain = 
        Une contribution ne peut pas appartenir à ce qui lui appartient, mais le fichier le dit. Pour pouvoir les montrer, greffe a coupé le
        cercle : toutes sont gardées, l’une d’elles est au premier niveau.
thread-loop =
    .message =
        { $count ->
            [one] { $count } fil de commentaires tourne en rond (chacun répond à l’autre) ; greffe l’a coupé ({ $example }).
           *[other] { $count } fils de commentaires tournent en rond (chacun répond à l’autre) ; greffe les a coupés ({ $example }).
        }
    .hint = Vérifiez que `reply_to` nomme bien la colonne du commentaire auquel on répond ; pour l’export d’une plateforme, il n’y a rien à faire.
    .explain =
        Un commentaire ne peut pas répondre à l’une de ses propres réponses, mais le fichier le dit. Pour
        pouvoir les montrer, greffe a coupé le cercle : un des commentaires se trouve au premier niveau,
        tous sont conservés.
        Dans un tableau à vous, c’est d’ordinaire un mauvais numéro dans la colonne des commentaires
        auxquels on répond.

ambiguous-parent =
    .message =
        { $count ->
            [one] { $count } renvoi peut désigner plusieurs contributions qui ont le même numéro ; greffe a pris la première : { $example }.
           *[other] { $count } renvois peuvent désigner plusieurs contributions qui ont le même numéro ; greffe a pris la première : { $example }.
        }
    .hint = Dites de quelle nature de contribution il s’agit (proposition, question…) : sous `columns:` dans `consultation.yaml`, nommez la colonne de la nature : `on_kind` (commentaires, votes) ou `parent_kind`.
    .explain =
        Les plateformes numérotent à part les propositions, les questions, etc. : une proposition 12 et une
        question 12 peuvent donc se côtoyer. Un commentaire sur « 12 », sans la nature, convient aux deux.
        greffe a pris la première et a conservé le commentaire ; il est peut-être sur la mauvaise page.
            columns:
              on_kind: Nature commentée
              on_id: Numéro commenté
              body: Texte

topic-ring =
    .message =
        { $count ->
            [one] { $count } thème est son propre ancêtre : { $example }.
           *[other] { $count } thèmes sont leurs propres ancêtres : { $example }.
        }
    .hint = Regardez les parents de ces thèmes dans l’export. Ils sont maintenant en haut de l’arbre.
    .explain = Un thème placé sous lui-même n’a pas de place dans un arbre. greffe a retiré le parent d’un thème de chaque boucle, n’a rien perdu d’autre, et le dit.
topic-deep =
    .message =
        { $count ->
            [one] { $count } thème est à plus de 16 niveaux : il est maintenant rattaché au seizième.
           *[other] { $count } thèmes sont à plus de 16 niveaux : ils sont maintenant rattachés au seizième.
        }
    .hint = Rien à faire, sauf si la colonne des thèmes n’est pas ce qu’elle semble : le signe entre les thèmes est-il le bon ?
    .explain = Un arbre de thèmes a peu de niveaux ; une chaîne de centaines obligerait chaque page à lister tout ce qui est dessous. Tous les thèmes sont là, avec ce qui leur appartient.
unknown-tag =
    .message =
        { $count ->
            [one] { $count } ligne utilise un mot-clé dont le nom n’est dans aucun fichier ; son numéro est montré à la place : { $example }.
           *[other] { $count } lignes utilisent un mot-clé dont le nom n’est dans aucun fichier ; le numéro est montré à la place : { $example }.
        }
    .hint = Ajoutez l’export des mots-clés à `sources` dans `consultation.yaml`.
    .explain =
        Cette plateforme garde les noms des mots-clés dans un fichier à part ; l’autre fichier ne contient
        que leurs numéros. Le nom n’y est pas : les lecteurs voient le numéro.
            sources:
              - file: sources/tags.csv
              - file: sources/taggings.csv

declared-missing =
    .message =
        { $kind ->
            [comment]
                { $count ->
                    [one] La plateforme annonce { $count } commentaire dont le texte n’est pas dans les fichiers.
                   *[other] La plateforme annonce { $count } commentaires dont les textes ne sont pas dans les fichiers.
                }
            [amendment]
                { $count ->
                    [one] La plateforme annonce { $count } amendement dont le texte n’est pas dans les fichiers.
                   *[other] La plateforme annonce { $count } amendements dont les textes ne sont pas dans les fichiers.
                }
           *[other]
                { $count ->
                    [one] La plateforme annonce { $count } élément de plus, dont le texte n’est pas dans les fichiers.
                   *[other] La plateforme annonce { $count } éléments de plus, dont les textes ne sont pas dans les fichiers.
                }
        }
    .hint = Demandez l’export complet à la plateforme et ajoutez ses fichiers à `sources` dans `consultation.yaml`.
    .explain =
        L’export dit combien il y en avait, mais leurs textes manquent : peut-être ont-ils un fichier à
        part, peut-être la plateforme ne les exporte-t-elle pas du tout. greffe publie le nombre annoncé et
        dit sur la page « Méthode » que les textes ne sont pas dans l’archive.
        Si la plateforme est encore ouverte, demandez dès maintenant l’export qui manque : plus tard, ce
        ne sera peut-être plus possible.

never-public =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : elle n’a jamais été publique sur la plateforme (brouillon ou non publiée).
           *[other] { $count } lignes ont été écartées : elles n’ont jamais été publiques sur la plateforme (brouillons ou non publiées).
        }
    .hint = Il n’y a rien à faire.
    .explain =
        Les exports d’administration contiennent aussi des brouillons et des textes qui n’ont jamais été
        montrés au public. Une archive garde ce qui a été public : ces lignes ne sont pas publiées. Elles
        sont comptées et citées sur la page « Méthode » par leur seul numéro de ligne, sans leur contenu.

abuse-report =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : c’est un signalement d’abus fait à la modération.
           *[other] { $count } lignes ont été écartées : ce sont des signalements d’abus faits à la modération.
        }
    .hint = Il n’y a rien à faire.
    .explain =
        Les participants peuvent signaler un texte à la modération. Ces signalements d’abus sont confidentiels et
        n’ont jamais fait partie du débat public : greffe ne les publie pas. Ils sont comptés et cités sur
        la page « Méthode » par leur seul numéro de ligne.

persons-only =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : elle décrit une personne, pas une contribution.
           *[other] { $count } lignes ont été écartées : elles décrivent des personnes, pas des contributions.
        }
    .hint = Retirez ce fichier de `sources` si vous le pouvez : une archive n’a pas besoin d’une liste de personnes.
    .explain =
        Le fichier est une liste de participants, souvent avec leurs adresses électroniques. Rien n’y a sa
        place dans une archive publique ; greffe n’en met rien ni dans le site ni dans les données.
        Le plus sûr est de ne pas garder du tout ce fichier dans le dossier de l’archive.

derived-counts =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : elle ne contient que des chiffres calculés à partir d’autres fichiers.
           *[other] { $count } lignes ont été écartées : elles ne contiennent que des chiffres calculés à partir d’autres fichiers.
        }
    .hint = Il n’y a rien à faire, tant que les fichiers des contributions sont dans `sources`.
    .explain =
        Certains exports sont accompagnés de tableaux de totaux. greffe compte lui-même à partir des
        contributions, des commentaires et des votes, et n’en a donc pas besoin ; prendre les deux ferait
        compter double. Ces lignes sont citées sur la page « Méthode » parmi ce qui a été écarté.

duplicate-view =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : elle montre sous une autre forme ce qu’un autre fichier contient déjà.
           *[other] { $count } lignes ont été écartées : elles montrent sous une autre forme ce qu’un autre fichier contient déjà.
        }
    .hint = Il n’y a rien à faire, tant que l’export complet est dans `sources`.
    .explain =
        La plateforme propose les mêmes données sous plusieurs formes, par exemple un export complet et un
        export simplifié. greffe prend le plus complet, pour que rien ne compte double ; les lignes de
        l’autre sont citées sur la page « Méthode » parmi ce qui a été écarté.

older-copy =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : une ligne suivante du fichier contient la même chose dans un état plus récent.
           *[other] { $count } lignes ont été écartées : des lignes suivantes du fichier contiennent les mêmes choses dans un état plus récent.
        }
    .hint = Il n’y a rien à faire : l’état le plus récent est publié, les plus anciens sont cités sur la page « Méthode ».
    .explain =
        Le fichier est le journal d’un programme qui a visité le site plusieurs fois : la même contribution
        s’y trouve donc plus d’une fois. C’est son dernier état qui est publié.

empty-row =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : elle ne répond à aucune question et ne contient aucun texte.
           *[other] { $count } lignes ont été écartées : elles ne répondent à aucune question et ne contiennent aucun texte.
        }
    .hint = Il n’y a rien à faire, sauf si les textes de ces lignes se trouvent dans une colonne que le profil ne nomme pas.
    .explain =
        Dans cet export, ce sont les cellules d’une ligne qui deviennent des contributions. Une ligne dont
        toutes les cellules sont vides n’en donne aucune ; elle est comptée et citée, rien n’en est publié.

repeated-header =
    .message = 
        { $count ->
            [one] { $count } ligne a été écartée : elle répète l’en-tête.
           *[other] { $count } lignes ont été écartées : elles répètent l’en-tête.
        }
    .hint = Il n’y a rien à faire : des fichiers ont été mis bout à bout, chacun avec son en-tête.
    .explain = 
        Quand des exports ont été réunis à la main, leurs en-têtes restent entre les lignes. Une ligne dont les cellules sont les noms des
        colonnes en est un.
total-row =
    .message = 
        { $count ->
            [one] { $count } ligne a été écartée : c’est un total ou une moyenne.
           *[other] { $count } lignes ont été écartées : ce sont des totaux ou des moyennes.
        }
    .hint = Si c’est tout de même une contribution, donnez-lui un numéro et un texte dans l’export.
    .explain = 
        Une ligne de totaux n’est pas une contribution : elle serait classée première. On la reconnaît à son mot (total, somme, moyenne) avec
        rien que des nombres à côté, ou, parmi les dernières lignes, à ce qu’elle est la somme de ses colonnes, sans texte, nom ni date.
note-row =
    .message = 
        { $count ->
            [one] { $count } ligne a été écartée : c’est une remarque, pas une entrée.
           *[other] { $count } lignes ont été écartées : ce sont des remarques, pas des entrées.
        }
    .hint = Si c’est tout de même une contribution, remplissez ses autres colonnes dans l’export.
    .explain = 
        Sous beaucoup de tableaux se trouvent une légende, une source, des remarques. Parmi les dernières lignes, celle dont le seul texte
        se trouve là où les autres ont leur numéro ou leur titre en est une.
other-table =
    .message = 
        { $count ->
            [one] { $count } ligne a été écartée : elle appartient à un autre tableau, sous celui-ci.
           *[other] { $count } lignes ont été écartées : elles appartiennent à un autre tableau, sous celui-ci.
        }
    .hint = Si vous avez besoin de ce tableau, coupez le fichier en deux et nommez les deux sous `sources:`.
    .explain = 
        Certains fichiers contiennent deux tableaux l’un sous l’autre. Une ligne dont toutes les cellules sont des noms de colonnes, autres que
        ceux de ce tableau, commence le second ; ses lignes ne vont pas dans ces colonnes.
hxl-row =
    .message = La ligne sous l’en-tête contient des étiquettes HXL (#étiquette) et non des données : elle a été écartée.
    .hint = Il n’y a rien à faire.
    .explain =
        Le langage d’échange humanitaire (HXL) ajoute sous l’en-tête d’un tableau une ligne d’étiquettes, qui
        dit aux programmes ce que signifient les colonnes. Un lecteur de l’archive n’y chercherait rien.

incomplete-document =
    .message =
        { $count ->
            [one] Le document contient { $held } des { $declared } entrées qu’il annonce.
           *[other] { $count } documents contiennent moins d’entrées qu’ils n’en annoncent, le premier { $held } sur { $declared }.
        }
    .hint = Demandez à la plateforme celles qui manquent (les pages suivantes de sa réponse) tant qu’elle fonctionne, et placez aussi ces fichiers dans `sources`.
    .explain =
        La plateforme donne les longues listes par morceaux et dit combien la liste entière compte d’entrées.
        Le fichier n’en contient ici qu’une partie. Ce qui est là est publié ; ce qui manque ne peut pas l’être.

far-points =
    .message =
        { $count ->
            [one] { $count } contribution se situe hors du territoire : { $example }.
           *[other] { $count } contributions se situent hors du territoire, par exemple { $example }.
        }
    .hint = La latitude et la longitude ont pu être inversées ou mal saisies sur la plateforme. Elles sont publiées telles quelles ; `territory: {"{"} name: …, bbox: [ouest, sud, est, nord] {"}"}` dans `consultation.yaml` dit où la consultation a eu lieu.
    .explain =
        Les points sont comparés au rectangle du territoire que donne `consultation.yaml`. Sans lui, ils sont
        comparés entre eux : un point est dit éloigné quand il se trouve à plus de dix fois la distance
        habituelle du milieu, et à deux degrés au moins. greffe ne déplace et ne cache aucun point.

not-archived =
    .message =
        { $count ->
            [one] { $count } ligne a été écartée : c’est une donnée de la plateforme qui n’a pas de sens dans une archive.
           *[other] { $count } lignes ont été écartées : ce sont des données de la plateforme qui n’ont pas de sens dans une archive.
        }
    .hint = Il n’y a rien à faire.
    .explain =
        Les exports contiennent aussi des lignes qui ne servent qu’à la plateforme elle-même, comme des
        réglages ou des liens internes. Elles ne font pas partie de ce qui a été public ; greffe ne les
        publie pas et les cite sur la page « Méthode » parmi ce qui a été écarté.

personal-column =
    .message =
        { $count ->
            [one] { $count } colonne de données personnelles n’est jamais publiée : { $columns }.
           *[other] { $count } colonnes de données personnelles ne sont jamais publiées : { $columns }.
        }
    .hint = Il n’y a rien à faire ; gardez le fichier d’origine hors de tout lieu public.
    .explain =
        Des adresses électroniques, des numéros de téléphone, des dates de naissance et d’autres choses de
        ce genre peuvent se trouver dans un export, mais n’arrivent jamais dans le site ni dans les données.
        greffe ne prend que les colonnes qu’il sait publiques, et nomme ici celles qui contiennent des
        données personnelles.
        Le fichier d’origine, dans `sources`, les contient toujours : ne le mettez pas dans un dépôt public.
        Le `.gitignore` qu’écrit `greffe new` y veille.

unread-column =
    .message =
        { $what ->
            [texts] La colonne « { $column } » contient des textes dans { $share } % des lignes et n’est pas lue.
            [votes] La colonne « { $column } » contient des nombres de votes dans { $share } % des lignes et n’est pas lue.
            [numbers] La colonne « { $column } » n’a pas d’en-tête ; elle contient des nombres dans { $share } % des lignes et n’est pas lue.
            [no-votes] La colonne « { $column } » porte un nom de votes, mais la plupart de ses cellules ne sont pas des nombres : elle n’est pas lue.
            [no-dates] La colonne « { $column } » porte un nom de date, mais la plupart de ses cellules n’en sont pas : elle n’est pas lue.
           *[dates] La colonne « { $column } » contient des dates dans { $share } % des lignes et n’est pas lue.
        }
    .hint =
        { $what ->
            [texts] Pour la publier, écrivez `{ $line }` sous ce fichier dans `consultation.yaml` ; pour en faire le texte des contributions, nommez-la `body:` sous `columns:`.
            [votes] Pour les compter, nommez-la `votes_for:` sous `columns:` dans `consultation.yaml` ; pour la publier telle quelle, écrivez `{ $line }` sous ce fichier.
            [numbers] Donnez-lui un en-tête : enregistrez une copie du tableau où elle en a un, et nommez cette copie dans `file:` ; deux lignes d’en-têtes demandent `header_row:`.
            [no-votes] Écrivez-y des nombres, ou publiez-la telle quelle avec `{ $line }` sous ce fichier dans `consultation.yaml`.
            [no-dates] Écrivez-y les dates comme 2024-03-31, ou publiez-la telle quelle avec `{ $line }` sous ce fichier dans `consultation.yaml`.
           *[dates] Pour la publier, écrivez `{ $line }` sous ce fichier dans `consultation.yaml` ; si c’est la date des contributions, nommez-la `created_at:` sous `columns:`.
        }
    .explain = 
        Une colonne de textes, de votes ou de dates qu’aucun champ ne lit peut être la moitié de ce que les gens ont donné. greffe ne décide
        jamais seul de publier une colonne qu’il ne connaît pas : elle peut être personnelle, ou dire autre chose. Une ligne suffit à décider.
further-personal =
    .message = La colonne « { $value } » semble personnelle : elle n’est pas publiée comme champ complémentaire.
    .hint = Retirez-la de `further:`. Si elle dit qui a écrit, écrivez-la comme `author_name:` sous `columns:` : elle paraît alors comme le dit `privacy:`.
    .explain = 
        Un champ complémentaire est publié tel quel, à la vue de tous, pour des décennies. Noms, adresses, numéros de téléphone et dates de
        naissance ne sont jamais publiés ainsi.
unused-column =
    .message =
        { $count ->
            [one] { $count } colonne n’est pas publiée : { $columns }.
           *[other] { $count } colonnes ne sont pas publiées : { $columns }.
        }
    .hint = Pour publier telle quelle l’une de ces colonnes, nommez-la dans `further:` sous ce fichier, dans `consultation.yaml`, après avoir vérifié qu’elle ne contient rien de personnel.
    .explain =
        greffe ne publie que les colonnes dont il connaît le sens. Les autres restent dans le fichier
        d’origine et ne sont pas publiées, car elles pourraient contenir des données personnelles.
        Avec vos propres `columns:`, vous pouvez en ajouter d’autres, qui sont publiées telles quelles dans
        `fields.csv` :
            sources:
              - file: sources/tableau.csv
                kind: proposal
                columns:
                  title: Intitulé
                  body: Texte
                further:
                  - Budget
                  - Quartier

## Le nettoyage

markup-removed =
    .message =
        { $count ->
            [one] { $count } texte contenait des images, des vidéos ou du code interdits ; ils ont été retirés : { $example }.
           *[other] { $count } textes contenaient des images, des vidéos ou du code interdits ; ils ont été retirés : { $example }.
        }
    .hint = Il n’y a rien à faire, sauf si les images comptent : mettez-les alors dans le dossier `documents` de la consultation.
    .explain =
        Les contributions sont des textes d’autrui et peuvent contenir des scripts, des images venues
        d’autres sites, des vidéos ou des styles. Ils pourraient nuire aux lecteurs, les espionner ou cesser
        de marcher : greffe les retire. Les mots, les listes, les liens et les mises en valeur sont
        conservés.

control-removed =
    .message =
        { $count ->
            [one] { $count } texte contenait des caractères de commande invisibles, qui ont été retirés.
           *[other] { $count } textes contenaient des caractères de commande invisibles, qui ont été retirés.
        }
    .hint = Il n’y a rien à faire.
    .explain =
        Certains caractères ne se voient pas mais dérangent : ils peuvent casser des fichiers, inverser le
        sens d’une phrase ou cacher des mots. D’ordinaire, ils viennent d’un copier-coller. greffe les a
        retirés ; le texte visible est le même.

mojibake =
    .message =
        { $count ->
            [one] { $count } texte contient des accents abîmés ({ $form }) ; il reste tel quel : { $example }.
           *[other] { $count } textes contiennent des accents abîmés ({ $form }) ; ils restent tels quels : { $example }.
        }
    .hint =
        { $value ->
            [repair] Ceux-ci n’ont pas pu être rétablis entièrement sans deviner : comparez avec la plateforme, et prenez son fichier d’origine si elle en a un.
           *[other] Comparez avec la plateforme : si elle montre bien les lettres, écrivez `repair: mojibake` sous ce fichier dans `consultation.yaml` (ou `encoding: utf-8`, si c’est greffe qui a mal lu le fichier).
        }
    .explain =
        Des lettres accentuées en sont devenues d’autres (« Ã© » ou « √© » pour « é », ou « � »), parce que
        le texte a été lu un jour dans le mauvais encodage. La flèche du message dit quelle erreur est la
        plus probable. greffe ne change rien : c’est peut-être exactement ce que la plateforme montrait, et
        une mauvaise réparation fausserait une citation.
        Si le mal vient d’un tableur, prenez le fichier d’origine de la plateforme. Si c’est greffe qui a
        choisi le mauvais encodage, nommez le bon. Si le fichier lui-même contient les lettres abîmées et que
        la plateforme montrait les bonnes, demandez la réparation : elle ne rétablit que ce qui peut l’être
        entièrement, et la page « Méthode » dit combien de textes elle a changés, et comment.
            sources:
              - file: sources/export.csv
                repair: mojibake

repaired =
    .message =
        { $count ->
            [one] { $count } texte contenait des accents abîmés ({ $form }) et a été réparé, comme le demande `repair: mojibake` : { $example }.
           *[other] { $count } textes contenaient des accents abîmés ({ $form }) et ont été réparés, comme le demande `repair: mojibake` : { $example }.
        }
    .hint = Regardez-en quelques-uns sur le site. Pour les laisser comme dans le fichier, retirez `repair: mojibake`.
    .explain =
        `repair: mojibake` sous un fichier rétablit les lettres qui ont été lues un jour dans un mauvais
        encodage (« Ã© » ou « √© » pour « é »). Un texte n’est changé que si chaque endroit abîmé redevient
        des lettres entières et qu’il ne reste aucune trace ; les autres restent tels quels et sont signalés
        par « mojibake ». La flèche dit quelle erreur a été défaite. La page « Méthode » publie le nombre de
        textes, la règle et un exemple.
            sources:
              - file: sources/export.csv
                repair: mojibake

unknown-zone =
    .message = « { $value } » n’est pas un fuseau horaire que greffe connaît.
    .hint = Écrivez `time_zone` sous la forme d’une région et d’une ville, par exemple `Europe/Paris`{ $near-tail }.
    .explain =
        Souvent, les dates d’un export ne disent pas dans quel fuseau horaire elles sont : greffe a besoin
        de le savoir. Sans cela, les contributions écrites autour de minuit tomberaient le mauvais jour.
        greffe s’est arrêté et a laissé l’ancien site tel qu’il était.
        Les fuseaux horaires ont des noms internationaux, faits d’un continent ou d’un océan et d’une ville.
        Sans cette ligne, c’est `Europe/Paris`.
            time_zone: America/Martinique

## La vérification

empty-text =
    .message =
        { $count ->
            [one] { $count } contribution publiée n’a ni titre ni texte : { $example }.
           *[other] { $count } contributions publiées n’ont ni titre ni texte : { $example }.
        }
    .hint = Vérifiez que `title` et `body` nomment les bonnes colonnes dans `consultation.yaml`, ou exportez de nouveau avec les textes.
    .explain =
        Les lignes sont là, peut-être même avec des votes, mais sans mots. Leurs pages existent et seraient
        vides. Souvent, l’export a omis les textes, ou les colonnes portent d’autres noms que prévu ;
        parfois la personne a vidé son texte sur la plateforme.
            columns:
              title: Intitulé
              body: Texte

days-among-times =
    .message =
        { $count ->
            [one] { $count } texte n’a qu’un jour, d’autres ont une heure : dans les tables, où la colonne est celle d’instants, ce jour est écrit à minuit.
           *[other] { $count } textes n’ont qu’un jour, d’autres ont une heure : dans les tables, où la colonne est celle d’instants, ces jours sont écrits à minuit.
        }
    .hint = Il n’y a rien à faire ; si la différence compte, dites-le aux lecteurs sous `method:` dans `consultation.yaml`. Les pages ne montrent que le jour.
    .explain = Une colonne de dates a une seule forme dans chaque table : des jours si tous n’ont que le jour, des instants dès qu’un seul a une heure. Minuit, heure locale, y veut alors dire « ce jour-là ».
signs-unsettled =
    .message = Rien ne dit dans quel sens ce fichier note les votes : 1 a été lu comme pour et −1 comme contre, alors que certains exports font l’inverse.
    .hint = Regardez une contribution sur la plateforme, ou ajoutez le fichier qui donne ses compteurs. Si les sens sont inversés, écrivez sous ce fichier `columns:` avec `value:` et ses `values:`.
    .explain = Les compteurs de la plateforme (`agrees`, `disagrees`) disent d’ordinaire lequel des deux signes est l’accord. Ici ils manquent, et une erreur mettrait chaque vote pour sous les votes contre.
votes-reversed =
    .message = Les lignes de votes notent les sens à l’inverse des compteurs de la plateforme : elles sont comptées inversées.
    .hint = Regardez une contribution sur la plateforme. Si les lignes sont justes et les compteurs faux, donnez vous-même le sens des mots : `columns:`, avec `value:` et ses `values:`.
    .explain = Sur toutes les contributions qui ont les deux, les votes pour comptés sont bien plus proches des votes contre annoncés, et inversement. Certains exports notent −1 l’accord. greffe a échangé les sens des lignes : ce qui est publié s’accorde avec la plateforme.
counts-differ =
    .message =
        { $count ->
            [one] Pour { $count } contribution, les votes annoncés par la plateforme et ceux comptés dans les fichiers diffèrent (annoncés ≠ comptés) : { $example }.
           *[other] Pour { $count } contributions, les votes annoncés par la plateforme et ceux comptés dans les fichiers diffèrent (annoncés ≠ comptés) : { $example }.
        }
    .hint = Demandez-en la raison à la plateforme, et expliquez-la aux lecteurs sous `method:` dans `consultation.yaml` ; les deux nombres sont publiés.
    .explain =
        L’export donne un total pour chaque contribution et liste aussi les votes un à un, et les deux ne
        s’accordent pas. Raisons habituelles : des votes retirés après le calcul du total, des votes de
        comptes supprimés, ou une liste incomplète. greffe ne cache rien : les deux nombres sont dans les
        données, et la colonne `votes_basis` dit lequel est montré.
        Si la liste des votes n’est pas complète, dites-le ; ce sont alors les nombres annoncés qui valent :
            sources:
              - file: sources/votes.csv
                vote_rows: sample

comments-differ =
    .message =
        { $count ->
            [one] Pour { $count } contribution, le nombre de commentaires annoncé par la plateforme et celui compté dans les fichiers diffèrent (annoncé ≠ compté) : { $example }.
           *[other] Pour { $count } contributions, le nombre de commentaires annoncé par la plateforme et celui compté dans les fichiers diffèrent (annoncé ≠ compté) : { $example }.
        }
    .hint = Vérifiez que le fichier de tous les commentaires est dans `sources` ; s’il y est, il n’y a rien à faire : les deux nombres sont publiés.
    .explain =
        La plateforme a compté d’autres commentaires que ceux des fichiers. D’ordinaire, ce sont des
        commentaires supprimés ou masqués par la modération ; parfois un fichier de commentaires manque. Les
        deux nombres sont dans les données, et la colonne `comment_basis` dit lequel est utilisé.

topic-loop =
    .message = Le thème « { $id } » est placé à l’intérieur de lui-même.
    .hint = Corrigez ou supprimez le `parent:` de ce thème sous `topics:` dans `consultation.yaml`.
    .explain =
        Les thèmes forment un arbre : chacun appartient au plus à un autre. Ici, suivre `parent:` de thème
        en thème ramène au départ : greffe ne peut pas les placer. Il s’est arrêté et a laissé l’ancien site
        tel qu’il était.
            topics:
              - id: transports
                title: Transports
              - id: velo
                title: Vélo
                parent: transports

topic-unknown-parent =
    .message = Le thème « { $id } » appartient à un thème « { $value } » qui n’existe pas.
    .hint = Écrivez comme `parent:`, sous `topics:` dans `consultation.yaml`, l’`id` d’un thème de la liste{ $near-tail }.
    .explain =
        `parent:` doit être l’`id` (et non le titre) d’un autre thème de la même liste. Aucun n’a celui-là :
        greffe s’est arrêté et a laissé l’ancien site tel qu’il était.
            topics:
              - id: transports
                title: Transports
              - id: velo
                title: Vélo
                parent: transports

featured-unknown =
    .message = La consultation « { $value } » de la liste `featured` n’existe pas.
    .hint = Écrivez-y le nom d’un dossier de `content/consultations`, ou supprimez la ligne{ $near-tail }.
    .explain =
        `featured`, dans `content/archive.yaml`, donne les consultations à montrer en premier sur l’accueil,
        par le nom de leur dossier. Aucun dossier ne porte ce nom : il a peut-être été renommé. greffe s’est
        arrêté et a laissé l’ancien site tel qu’il était.
            featured:
              - budget-2023

ranking-unknown =
    .message = Aucun classement ne s’appelle « { $value } ».
    .hint = Écrivez un de ceux-ci comme `ranking:` dans `consultation.yaml` : { $known }{ $near-tail }.
    .explain =
        `ranking:` choisit l’ordre montré en premier dans une consultation. Les classements sont : support
        (votes pour moins votes contre), approval (part de votes favorables, avec prudence quand ils sont
        peu nombreux), divisive (celles qui divisent le plus), debated (les plus commentées), weighted (les collectifs
        comptent selon leur taille) et recent (les plus récentes). greffe s’est arrêté et a
        laissé l’ancien site tel qu’il était. Sans cette ligne, c’est `support`.
            ranking: divisive

edition-shrank =
    .message = L’export du { $value } contient beaucoup moins de contributions que celui du { $example } : { $count } au lieu de { $before }.
    .hint = L’export est-il complet ? Sinon, exportez de nouveau la plateforme ; si oui, dites sous `method:` pourquoi tant de contributions ont disparu.
    .explain =
        De deux exports qui se suivent, le plus récent contient moins de la moitié des contributions de
        l’autre. Souvent, l’export a été interrompu, filtré, ou ne comprend qu’une page d’une liste ; ou
        bien l’un de ses fichiers n’est pas nommé sous `sources` avec la même `edition`. Rien n’est perdu :
        ce que le dernier export ne contient pas garde sa page, avec une mention. Mais si l’export est
        incomplet, cette mention est fausse.
        Un export daté est complet à lui seul : il se compose des fichiers de son jour et de ceux qui
        n’ont pas de jour.
            sources:
              - file: sources/2024-04/idees.csv
                edition: 2024-04-01
              - file: sources/2024-04/commentaires.csv
                edition: 2024-04-01

outside-dates =
    .message =
        { $count ->
            [one] { $count } contribution porte une date en dehors des jours de la consultation : { $example }.
           *[other] { $count } contributions portent une date en dehors des jours de la consultation : { $example }.
        }
    .hint = Vérifiez `opened:` et `closed:` dans `consultation.yaml` ; s’ils sont justes, expliquez ces contributions sous `method:`.
    .explain =
        Ces contributions ont été écrites avant le premier jour, ou plus d’un jour après le dernier. Elles
        sont conservées et publiées comme les autres. Ou bien les dates de la consultation sont fausses, ou
        bien le jour et le mois ont été confondus, ou bien quelqu’un (souvent l’équipe qui organisait) a vraiment
        écrit avant ou après.
            opened: 2023-02-01
            closed: 2023-03-31
        Si le jour et le mois sont échangés, écrivez `month_first: true` sous le fichier.

## Le plan et l’écriture

address-collision =
    .message =
        { $count ->
            [one] Sous « { $path } », { $count } adresse aurait servi deux fois ; un suffixe a été ajouté.
           *[other] Sous « { $path } », { $count } adresses auraient servi deux fois ; un suffixe a été ajouté.
        }
    .hint = Pour choisir vous-même l’adresse, renommez l’un des deux fichiers, ou donnez aux deux thèmes des titres ou des numéros différents.
    .explain =
        Chaque page a une adresse à elle. Deux d’entre elles auraient eu la même (par exemple deux thèmes de
        même titre, ou des numéros qui ne diffèrent que par des majuscules) : l’une a donc reçu un
        suffixe, qui reste le même à chaque `greffe build`. Rien n’est perdu ; cette adresse est seulement
        moins belle.

not-ours =
    .message = Le dossier de sortie « { $path } » contient des fichiers que greffe n’a pas écrits, par exemple « { $example } ».
    .hint = Choisissez un dossier vide avec `--out`, ou déplacez ces fichiers.
    .explain =
        greffe remplace à chaque fois le contenu de son dossier de sortie, mais ne touche jamais aux
        fichiers qu’il n’a pas écrits. Il en a trouvé : il s’est arrêté et n’a rien changé.
        Si le dossier contient des choses précieuses, donnez-en un autre :
            greffe build --out mon-site
        Les fichiers que vous voulez publier avec le site vont dans `content`, pas dans le dossier de
        sortie.

output-inside-content =
    .message = Le dossier de sortie « { $path } » et le dossier `content` se recouvrent.
    .hint = Choisissez avec `--out` un dossier à côté de `content`, par exemple `--out site`.
    .explain =
        Si le site était écrit dans `content`, le prochain `greffe build` le lirait comme du contenu, et vos
        originaux seraient en danger. greffe s’est arrêté avant d’écrire quoi que ce soit. Sans `--out`, le
        site va dans le dossier `site`, à côté de `content`.

output-is-file =
    .message = « { $path } » est un fichier, alors qu’il faut un dossier.
    .hint = Renommez ou supprimez ce fichier, ou choisissez un autre dossier avec `--out`.
    .explain =
        greffe écrit un site sous la forme d’un dossier plein de fichiers. Un fichier de ce nom est dans le
        chemin ; greffe ne supprime pas ce qu’il n’a pas écrit : il s’est arrêté.

read-only =
    .message = greffe n’a pas le droit d’écrire « { $path } » : l’endroit est protégé.
    .hint = Donnez à votre compte le droit d’y écrire, ou choisissez un autre dossier avec `--out`.
    .explain =
        Le système ne laisse pas greffe écrire à cet endroit. Le disque est peut-être protégé contre
        l’écriture, ou le dossier appartient à quelqu’un d’autre. Rien n’a été changé.
        Un dossier parmi vos documents convient toujours :
            greffe build --out /home/moi/Documents/site

disk-full =
    .message = Le disque est plein ; « { $path } » n’a pas pu être écrit.
    .hint = Libérez de la place, ou choisissez avec `--out` un dossier sur un autre disque, puis relancez `greffe build`.
    .explain =
        Pendant l’écriture, greffe a besoin de place pour le nouveau site à côté de l’ancien. Il n’y en
        avait pas assez : il s’est arrêté, et l’ancien site reste tel qu’il était. Videz la corbeille,
        supprimez ce qui ne sert plus, et relancez `greffe build`.

port-taken =
    .message = D’autres programmes écoutent déjà sur le port { $port } et sur les suivants, jusqu’à { $last }.
    .hint = Arrêtez-les, ou servez sur un autre port : `greffe serve --port 8401`.
    .explain = 
        Deux programmes ne peuvent pas écouter sur le même port. C’est souvent un autre `greffe serve` dans une autre fenêtre.
write-failed =
    .message = Un fichier n’a pas pu être écrit : { $error }.
    .hint = Vérifiez l’endroit indiqué, les droits sur le dossier et la place sur le disque, puis recommencez.
    .explain =
        Le système a refusé d’écrire ; les mots après les deux-points sont les siens. L’ancien site reste
        tel qu’il était.
        Causes habituelles : un fichier du site est ouvert dans un autre programme (sous Windows), un
        programme de sauvegarde ou de synchronisation tient le dossier, ou un disque a été débranché.

locked =
    .message = Un autre greffe travaille sur cette archive.
    .hint = Attendez qu’il ait fini, ou arrêtez-le (Ctrl+C dans sa fenêtre), puis recommencez.
    .explain =
        Deux `greffe build` en même temps se gêneraient : le second s’arrête et ne change rien. Peut-être
        `greffe serve` tourne-t-il encore dans une autre fenêtre. Si aucun autre greffe ne tourne, ni sur
        cet ordinateur ni sur un autre qui partage le dossier, recommencez simplement : le verrou disparaît
        avec le programme qui le tient.

recovered =
    .message = La fois précédente, l’écriture du site avait été interrompue. greffe l’a d’abord terminée.
    .hint = Il n’y a rien à faire.
    .explain =
        L’ordinateur s’est arrêté (coupure de courant, fenêtre fermée) pendant que greffe mettait en place
        un nouveau site. greffe tient un journal de cette étape : il a pu la terminer au démarrage suivant.
        Le site est complet.

## Les commandes

exists =
    .message = « { $path } » existe déjà et n’est pas vide.
    .hint = Choisissez un autre nom, ou ajoutez une consultation à l’archive qui s’y trouve avec `greffe add`.
    .explain =
        `greffe new` ne crée une archive que dans un dossier nouveau ou vide, pour ne rien écraser. Il s’est
        arrêté et n’a rien changé.
        Pour ajouter une consultation à une archive que vous avez déjà :
            greffe add ma-consultation --from export.csv

unknown-code =
    .message = greffe ne connaît pas de message nommé « { $value } ».
    .hint = Recopiez le nom qui est entre crochets dans le message{ $near-tail }.
    .explain =
        `greffe explain` prend le nom court qui se trouve entre crochets au début de chaque message, fait de
        mots anglais et de traits d’union :
            greffe explain bad-date

internal =
    .message = C’est une erreur de greffe, pas la vôtre : { $error }.
    .hint = Merci de la signaler au projet greffe avec ce message, la commande que vous avez tapée et ce que dit `greffe --version` ; n’envoyez pas de fichiers exportés, ils contiennent des données personnelles.
    .explain =
        Il s’est passé une chose que les auteurs de greffe croyaient impossible. greffe s’est arrêté ;
        l’ancien site reste tel qu’il était.
        Un bon signalement contient le message entier, la commande, la version (`greffe --version`) et votre
        système. Si une certaine ligne est en cause, inventez une ligne semblable au lieu d’envoyer la
        vraie : les exports contiennent des données personnelles.

scaffold-archive =
    Ce qu’est l’archive. Seul `title` est nécessaire ; `greffe schema archive` décrit tous les réglages.
scaffold-about =
    ---
    title: À propos
    ---

    Qui a consulté, qui, quand et pourquoi ; qui publie cette archive, et comment le joindre.
scaffold-legal =
    ---
    title: Mentions légales
    ---

    Structure qui publie, hébergeur, responsable de la publication, licence des données ; comment faire corriger ou retirer un texte que l’on a écrit.
scaffold-consultation =
    Une consultation terminée. Seuls `title` et `sources` sont nécessaires ; `greffe schema consultation` décrit tous les réglages.
scaffold-optional =
    Remplissez ce que vous savez ; ce qui est absent ne figure simplement pas sur le site.
scaffold-columns =
    greffe ne connaît pas ce tableau. Dites ce que veulent dire ses colonnes : le champ, puis le nom de la colonne.
scaffold-personal =
    Ne nommez jamais celles-ci, elles semblent personnelles : { $columns }

## Ce que l’association a écrit

active-document =
    .message = Ce fichier n’est pas publié : un navigateur exécuterait ce qu’il contient (.{ $value }).
    .hint = Enregistrez-le en PDF, en texte ou en image, et mettez le résultat dans `documents/`.
    .explain =
        Les fichiers de `documents/` sont copiés tels quels. Les fichiers HTML, SVG et XML et les scripts
        peuvent contenir des programmes qui s’exécuteraient dans le navigateur des lecteurs comme s’ils
        faisaient partie de l’archive : greffe ne les publie donc pas. Tout le reste a été publié.

citation-unknown =
    .message = La contribution « { $value } » n’existe pas.
    .hint = Cherchez sa nature et son numéro sur sa page ou dans `contributions.csv`{ $near-tail }.
    .explain =
        Une citation désigne une contribution par sa nature et son numéro, comme `[@proposal:361]` ;
        dans les suites données et les ateliers, `contributions:` la désigne par `proposal:361`. Aucune
        contribution de cette consultation n’a cette nature et ce numéro. Dans un intervalle, le plus
        petit numéro vient en premier. Dans les textes de l’archive entière, le dossier de la
        consultation se met devant : `[@budget-2023/proposal:361]`. greffe s’est arrêté, pour qu’aucune
        citation ne mène dans le vide, et a laissé l’ancien site tel qu’il était.

citation-syntax =
    .message = Cette citation n’est pas compréhensible : { $value }
    .hint = Écrivez la nature, deux-points et le numéro ; séparez-en plusieurs par des points-virgules : `[@proposal:7; @proposal:10..12, dernier paragraphe]`.
    .explain =
        Un crochet qui commence par `@` est une citation. Elle peut désigner une contribution,
        `[@proposal:7]` ; plusieurs, `[@proposal:7; @opinion:3]` ; un intervalle, `[@proposal:10..12]` ; et,
        après une virgule, le passage dont il s’agit, `[@proposal:7, dernier paragraphe]`. Un texte qui ne
        doit pas être une citation s’écrit avec une barre oblique inverse devant le crochet, `\[@…]`.

link-broken =
    .message = Le lien vers « { $value } » ne mène nulle part.
    .hint = Désignez un fichier de l’archive par son chemin, comme `sheets/rules.md` ou `documents/plan.pdf`, ou un autre site par son adresse complète.
    .explain =
        Les liens sans `https://` mènent à des fichiers de l’archive : les fichiers Markdown deviennent des
        pages, les fichiers de `documents/` sont publiés sous leur nom. Il n’y a rien à ce chemin. Pour les
        contributions, mieux vaut une citation, `[@proposal:361]` : l’adresse suit alors toujours. greffe
        s’est arrêté et a laissé l’ancien site tel qu’il était.

file-missing =
    .message = Le fichier « { $value } » n’est pas là.
    .hint = Mettez-le dans le dossier de la consultation, ou corrigez son chemin{ $near-tail }.
    .explain =
        Les documents, les enregistrements, les transcriptions et les comptes rendus doivent se trouver dans
        le dossier `documents/` de la consultation ; une transcription peut aussi être une de ses fiches.
        Les images peuvent se trouver là, à côté du texte qui les montre, ou dans `content/`. Les fichiers
        de `sources/`, ceux dont le nom commence par un point et les liens vers des fichiers hors de
        `content/` ne sont jamais publiés. greffe s’est arrêté et a laissé l’ancien site tel qu’il était.

picture-remote =
    .message = L’image « { $value } » se trouve sur un autre site.
    .hint = Enregistrez-la dans le dossier `documents/` de la consultation et donnez son chemin.
    .explain =
        Une archive ne demande rien à d’autres sites : les images y disparaissent, et qui les garde apprend
        qui lit. Enregistrez une copie, si vous en avez le droit, et montrez celle-là.

picture-format =
    .message = L’image « { $value } » ne peut pas être lue ({ $error }).
    .hint = Enregistrez-la en JPEG, PNG, WebP ou GIF et recommencez.
    .explain =
        Les images sont réduites pour l’écran et débarrassées de ce que les appareils photo y notent (lieu,
        propriétaire) : greffe doit donc pouvoir les lire. Il lit les formats JPEG, PNG, WebP et GIF,
        jusqu’à cent millions de pixels ; d’un GIF animé, il montre la première image.

picture-alt =
    .message = L’image « { $value } » n’a pas de description.
    .hint = Écrivez entre les crochets ce qu’elle montre, `![Le port à marée basse](port.jpg)` ; pour un logo, dans `alt:`.
    .explain =
        Les lecteurs qui écoutent la page, ou chez qui les images ne se chargent pas, reçoivent cette description à
        la place. Elle dit en une phrase ce qui compte dans l’image. La déclaration d’accessibilité compte
        les images qui n’en ont pas.

media-format =
    .message = « { $value } » n’est pas un enregistrement que les navigateurs savent lire.
    .hint = Utilisez un de ces formats : { $known }.
    .explain =
        C’est le navigateur lui-même qui lit les enregistrements. MP3 et Ogg pour le son, MP4 (H.264) et
        WebM pour les films sont lus presque partout et le seront longtemps.

transcript-missing =
    .message = L’enregistrement « { $value } » n’a pas de transcription.
    .hint = Écrivez ce qui s’y dit dans une fiche et nommez-la, `transcript: sheets/radio.md`, ou indiquez un fichier de `documents/`.
    .explain =
        Sans transcription, les lecteurs sourds n’apprennent rien d’un enregistrement, et personne ne peut y
        chercher un passage ni le citer. L’enregistrement est publié ; la déclaration d’accessibilité dit
        qu’il n’a pas de transcription.

news-undated =
    .message = Cette actualité n’a pas de date.
    .hint = Ajoutez une ligne `date: 2024-03-31` à son en-tête.
    .explain =
        Les actualités sont montrées selon leur jour, la plus récente en premier, et le flux en a besoin.
        Écrivez la date entre les deux lignes `---` en haut du fichier.

id-twice =
    .message = Le numéro « { $value } » figure deux fois.
    .hint = Donnez à chaque entrée un numéro (un nom court) à elle.
    .explain =
        L’identifiant d’une suite donnée ou d’un atelier fait partie de son adresse et désigne sa ligne dans
        les données : deux d’entre eux ne peuvent pas avoir le même. Les suites données de `outcomes.yaml`
        ne doivent pas non plus reprendre l’identifiant d’une suite qui se trouve dans un export.

bad-outline =
    .message = Ces contours ne peuvent pas être dessinés ({ said-error }).
    .hint = Utilisez du GeoJSON en degrés (WGS 84), longitude en premier, avec des polygones ou des lignes.
    .explain =
        Les contours d’une carte sont un fichier GeoJSON : une FeatureCollection de géométries Polygon,
        MultiPolygon ou LineString, aux positions écrites [longitude, latitude] en degrés. Un autre
        programme a peut-être enregistré des mètres d’un quadrillage national : enregistrez de nouveau en
        WGS 84 (EPSG:4326).

contrast =
    .message = La couleur { $value } se lit mal sur son fond ({ $id }) : contraste { $form }, il faut au moins { $known }.
    .hint = Utilisez plutôt { $near }, ou une autre couleur qui se distingue mieux de son fond.
    .explain =
        Le texte doit se détacher de son fond avec un contraste de 4,5, les dessins avec un contraste de 3
        (WCAG 2.2). greffe a mesuré les couleurs de `appearance:` l’une par rapport à l’autre et propose la
        plus proche qui convienne. Le site est fabriqué malgré tout, et la déclaration d’accessibilité le
        dit.

not-read =
    .message = Rien ne lit ce fichier : il n’est pas sur le site.
    .hint = Donnez-lui un nom que greffe connaît{ $near-tail }, ou déplacez-le dans `documents/` si le public doit pouvoir le télécharger.
    .explain =
        Dans le dossier d’une consultation, seuls certains noms ont un sens : `index.md`, `faq.md`, `synthesis.md`,
        `methodology.md`, `workshops.yaml` ou `workshops.csv`, `outcomes.yaml`, `timeline.yaml`, et les fichiers
        Markdown (`.md`) de `news/` et de `sheets/`. Les majuscules et les terminaisons comptent : `Synthesis.md`
        et `outcomes.yml` sont d’autres noms.

picture-notes =
    .message = Cette photographie sera publiée avec ce que l’appareil y a noté : le lieu, l’heure, peut-être le nom de son propriétaire.
    .hint = Montrez-la plutôt dans un texte, `![ce qu’elle montre](documents/…)`, ou remplacez-la par une copie sans ces données.
    .explain =
        Les fichiers de `documents/` sont copiés tels quels. Les photographies contiennent souvent le lieu de la
        prise de vue et le nom du propriétaire de l’appareil. Les images montrées dans un texte en sont
        débarrassées ; les fichiers à télécharger, non, car ce sont des documents. Les logiciels de retouche
        savent enregistrer une copie sans ces données.

no-licence =
    .message = Aucune licence n’est donnée : personne ne sait à quelles conditions les données peuvent être réutilisées.
    .hint = Ajoutez `licence: lov2` (Licence Ouverte) ou un autre identifiant de data.gouv.fr à `content/archive.yaml`.
    .explain =
        Sans licence, les données se lisent mais ne se réutilisent pas. Les portails la demandent : data.gouv.fr affiche
        « non spécifiée », data.europa.eu retire 25 points. Sont connues lov2, fr-lo, odc-odbl, odc-by, odc-pddl,
        cc-by, cc-by-sa et cc-zero.

no-contact =
    .message = { $what ->
            [name] Le nom de la structure qui publie manque : les portails et les lecteurs ne savent pas à qui s’adresser.
           *[email] L’adresse électronique de la structure qui publie manque : les portails et les lecteurs ne savent pas où écrire.
        }
    .hint = Écrivez `name` et `email` sous `publisher` dans `content/archive.yaml` ; les deux sont publiés.
    .explain =
        DCAT-AP exige que la structure qui publie ait un nom ; DCAT-US (DKAN, Socrata, ArcGIS Hub), une adresse où écrire : sans elle,
        il n’y a pas de `data.json`.

no-dates =
    .message = Les dates de la consultation manquent : les portails ne sauront pas dire sur quelle période portent les données.
    .hint = Écrivez `opened: 2024-03-04` et `closed: 2024-04-16` dans son `consultation.yaml`.
    .explain =
        Les dates sont la couverture temporelle du jeu de données, l’un des neuf critères de data.gouv.fr et 20 points de
        data.europa.eu. Le dernier jour date aussi les données quand aucun export n’a de jour.

no-extent =
    .message = Le territoire n’est pas situé sur une carte : les portails ne peuvent pas placer les données.
    .hint = Écrivez un code Insee, un cadre ou un contour : `territory: {"{"} name: Lille, insee: "59350" {"}"}`.
    .explain =
        data.gouv.fr ne lit la couverture spatiale que comme une géométrie ; un nom ne compte pas. Trois choses en
        donnent une : `insee` (le code d’une commune, d’un département ou d’une région), `bbox` (ouest, sud, est, nord
        en degrés) et `outline` (un fichier GeoJSON sous `content/`).

insee-unknown =
    .message = Aucun territoire n’a le code Insee « { $value } ».
    .hint = Vérifiez le code ; ce n’est pas le code postal. Ou écrivez plutôt `bbox: [ouest, sud, est, nord]`.
    .explain =
        greffe connaît les codes des communes d’aujourd’hui (cinq caractères, comme 59350 ou 2A004), des départements
        (59, 2A, 974), des régions (R32) et des intercommunalités (SIREN, neuf chiffres). Le code d’une commune fusionnée n’est plus connu : un cadre le remplace.

quality =
    .message = « { $title } » : { $met } critères sur 9 pour data.gouv.fr, { $points } points sur 405 pour data.europa.eu.
    .hint = La page `quality.html` de l’archive liste chaque critère, et comment remplir ce qui manque.
    .explain =
        Calculé d’après la description du jeu de données, comme le feront les portails : les neuf critères du score de
        qualité d’udata, et les indicateurs de l’évaluation de data.europa.eu. Au-delà de 350 points, c’est excellent.

bad-portal =
    .message = « { $value } » n’est pas un portail.
    .hint = Écrivez `--site demo`, `--site production` ou `--site https://…` ; un portail CKAN se donne toujours par son adresse.
    .explain =
        demo et production sont les deux sites de data.gouv.fr. Tout autre portail se donne par son adresse, qui commence
        par https : sinon la clé d’accès serait lisible en chemin. Seule cette machine elle-même peut être nommée en http.

no-key =
    .message = Il n’y a pas de clé d’accès pour publier.
    .hint = Lancez la commande dans un terminal : greffe demandera la clé d’accès. Ou écrivez-la dans la variable d’environnement { $name }. Avec `--dry-run`, il n’en faut pas.
    .explain =
        La clé d’accès se crée dans votre profil sur le portail. greffe la prend dans l’environnement ou la demande ; elle n’est
        écrite dans aucun fichier, aucun message, aucun journal. Ne la mettez jamais dans la ligne de commande : d’autres
        utilisateurs de la machine pourraient l’y lire.

nothing-to-publish =
    .message = Le fichier { $path } n’existe pas : le site n’a pas encore été fabriqué, ou `base_url` manque.
    .hint = Donnez `base_url` dans `content/archive.yaml`, lancez `greffe build`, mettez le site en ligne, puis publiez.
    .explain =
        `greffe publish` envoie ce que `greffe build` a préparé dans `portals.json`. Ce fichier contient des adresses
        complètes : il n’existe que si l’archive connaît la sienne.

site-changed =
    .message = { $path } n’est pas le fichier qui a été fabriqué par `greffe build`.
    .hint = Relancez `greffe build`, puis publiez.
    .explain =
        La taille annoncée dans `portals.json` n’est pas celle du fichier. Quelque chose a changé le site après
        `greffe build` ; ce qui serait publié n’est pas ce que disent les empreintes.

portal-unreachable =
    .message = Le portail ne répond pas : { $error }.
    .hint = Réessayez plus tard : ce qui est fait est noté dans content/portals.yaml, et la prochaine fois reprendra là.
    .explain =
        Une requête a été tentée plusieurs fois, en attendant de plus en plus longtemps : la connexion échoue, ou le
        portail se dit surchargé (429) ou en panne (5xx). Rien n’est à moitié fait : ce qui est envoyé reste, le reste suivra.

portal-moved =
    .message = Le portail répond qu’il a déménagé à { $to }.
    .hint = Donnez cette adresse avec `--site`.
    .explain =
        greffe ne suit pas de redirection avec une clé d’accès en main : elle pourrait finir chez quelqu’un d’autre.

portal-key =
    .message = Le portail n’accepte pas la clé d’accès (code { $status }) : { $error }
    .hint = Créez une nouvelle clé d’accès dans votre profil sur ce portail ; demo et production ont chacun la leur. Pour une organisation, il faut y avoir le droit de publier.
    .explain =
        401 veut dire que la clé d’accès est inconnue ou a expiré, 403 que la personne n’a pas ce droit : l’organisation n’est pas
        la sienne, ou le jeu de données appartient à quelqu’un d’autre. 404 est ce que disent certains portails d’un jeu privé que
        cette personne ne peut pas voir ; s’il a vraiment disparu, retirez-le de content/portals.yaml.

portal-refused =
    .message = Le portail refuse « { $what } » (code { $status }) : { $error }
    .hint = Sa réponse nomme le champ ; la plupart viennent de content/archive.yaml ou de consultation.yaml. Corrigez, relancez `greffe build`, publiez de nouveau.
    .explain =
        Le portail vérifie chaque requête. Ce qui a été accepté avant celle-ci reste, et est noté.

portal-without =
    .message = Le portail n’accepte pas le champ { $field } de « { $what } », publié sans lui : { $error }
    .hint = Un code absent de sa table des lieux n’est pas votre faute : le cadre sur la carte le remplace. Sinon corrigez `territory` ou `publisher`.
    .explain =
        Un portail ne connaît que certaines zones et vérifie les points de contact. Ce n’est pas une raison de ne pas publier : le jeu de
        données part sans ce champ, avec le cadre de son territoire s’il y en a un.

portal-kept =
    .message = « { $what } » : { $fields } a été modifié sur le portail ; c’est conservé.
    .hint = Pour revenir à ce que dit l’archive, modifiez-le dans l’archive ou publiez avec `--overwrite`.
    .explain =
        Pour chaque champ greffe se souvient de ce qu’il a envoyé et de ce que le portail montrait ensuite. Ce que quelqu’un y a
        changé depuis est conservé, tant que l’archive dit ce qu’elle disait alors. `file` veut dire que le fichier lui-même y a été
        remplacé ou retiré.

portal-replaced =
    .message = « { $what } » : { $fields } a changé sur le portail et dans l’archive ; la version de l’archive a été envoyée.
    .hint = Si celle du portail était meilleure, écrivez-la dans l’archive et publiez de nouveau.
    .explain =
        Un changement de l’archive depuis la dernière publication l’emporte sur un changement du portail.

organization-unknown =
    .message = Vous n’êtes membre d’aucune organisation « { $value } » sur ce portail.
    .hint = Écrivez son identifiant court, comme dans l’adresse de sa page{ $near-tail }. Ses administrateurs peuvent y ajouter la personne à qui appartient la clé d’accès.
    .explain =
        Une organisation est nommée par son identifiant court, son nom ou son numéro. Une fois trouvée, elle est notée dans
        content/portals.yaml : la fois suivante, `--organization` est inutile.

dataset-taken =
    .message = « { $name } » serait publié par-dessus un autre jeu de données : { $page } appartient à { $other }.
    .hint = Si l’entrée de content/portals.yaml est fausse, retirez-la ; sinon changez le nom du dossier.
    .explain =
        Avant de toucher à quoi que ce soit, greffe compare les identifiants : celui de la consultation, ceux qu’elle avait sous `former_slugs`, et celui
        que le jeu de données a reçu sur le portail. S’ils diffèrent, ou si deux consultations mènent au même jeu, rien n’en est envoyé.

dataset-withdrawn =
    .message = L’archive n’a plus « { $name } », le portail l’a encore : { $page }
    .hint = Publiez avec `--withdrawn private` ou `--withdrawn remove`. Si elle a changé de nom, écrivez `former_slugs: [{ $name }]` dans son `consultation.yaml`.
    .explain =
        Un jeu de données qui a pu être cité n’est jamais retiré de soi-même. `private` ne le montre plus qu’à la structure qui publie, et il revient avec
        la consultation ; `remove` le supprime sur le portail.

all-withdrawn =
    .message = Rien de ce que connaît content/portals.yaml n’est dans cette archive : rien n’est masqué ni retiré ({ $names }).
    .hint = Vérifiez que c’est bien le site à publier, et que content/portals.yaml est sa liste. Si tout doit disparaître, retirez-le sur le portail.
    .explain =
        `--withdrawn private` et `--withdrawn remove` visent certaines consultations d’une archive. S’il n’en reste aucune de celles
        publiées auparavant, le site en est sans doute un autre, ou a été construit depuis le mauvais dossier.

file-too-large =
    .message = « { $what } » est trop volumineux pour le portail.
    .hint = Mettez le site en ligne : greffe fera un lien vers le fichier. Ou demandez au portail une limite plus haute.
    .explain =
        Le portail a refusé le fichier pour sa taille (413), et il n’y en a pas à son adresse dans l’archive vers lequel faire un lien. Tous
        les autres fichiers ont été envoyés.

file-linked =
    .message = « { $what } » est trop volumineux pour le portail, qui fait un lien vers l’archive.
    .hint = Rien à faire, tant que l’archive reste en ligne.
    .explain =
        Le portail a refusé le fichier pour sa taille (413). L’archive l’a en ligne, avec la bonne longueur : la ressource est un lien.

files-left-out =
    .message = « { $what } » : { $chosen } fichiers sont publiés, { $count } ne sont que sur la page des données.
    .hint = `--files all` les publie tous, `--files 30` autant que cela.
    .explain =
        Une page de cent fichiers n’aide personne. Sont choisis les tables, l’ensemble en un fichier, la carte et ce qui les explique ; ce
        qui était déjà publié reste.

link-dead =
    .message = { $count ->
        [one] Un lien ne mène
       *[other] { $count } liens ne mènent
    } à rien : { $url } ({ $error })
    .hint = Mettez en ligne le site tel que `greffe build` l’a fait, puis publiez de nouveau ; ou envoyez les fichiers eux-mêmes avec `--upload`.
    .explain =
        Avant de publier un lien, greffe interroge son adresse : il doit s’y trouver un fichier de la bonne longueur. Ce qui n’a pas été
        trouvé n’est pas lié ; tout le reste a été envoyé.

host-silent =
    .message = { $host } ne répond pas ({ $error }) : aucun autre lien vers lui n’est essayé.
    .hint = Mettez le site en ligne, ou vérifiez que `base_url` est bien son adresse ; puis publiez de nouveau.
    .explain =
        Avant de publier un lien, greffe interroge son adresse. Un hôte resté muet pour deux liens de suite n’est plus interrogé
        pour les autres de cette exécution, qui feraient attendre chacun ; aucun d’eux n’est publié.

organization-kept =
    .message = « { $what } » reste à l’organisation pour laquelle il a été publié : { $page }
    .hint = Faites-le transférer sur le portail : par sa fonction de transfert, ou par un administrateur.
    .explain =
        `--organization` dit pour qui sont créés les nouveaux jeux de données. Un jeu présent appartient déjà à quelqu’un, et les
        portails ne le laissent changer de main que si les deux parties sont d’accord.

cli-key = Clé d’accès au portail (elle ne s’affiche pas) :
cli-waiting = { $why } : nouvel essai dans { $seconds } s
cli-alive = { $seconds } s : toujours en attente de { $whom }
cli-published = Jeux de données créés : { $created }, mis à jour : { $updated }, retirés : { $withdrawn }. Fichiers envoyés : { $sent }, inchangés : { $unchanged }, retirés : { $removed }.
cli-dry-run = Rien n’a été envoyé. Jeux de données : { $count }.
cli-exported = { $count ->
        [one] { $count } fichier de données
       *[other] { $count } fichiers de données
    } dans { $path }.

## Le sceau et la vie privée

edition-broken =
    .message = Le dossier des éditions scellées (content/editions/) est abîmé : { said-error }.
    .hint = Remettez le dossier content/editions/ depuis une copie ou la gestion de versions. greffe ne fabrique rien sur un registre d’éditions abîmé.
    .explain = content/editions/ contient ce à quoi `greffe seal` s’est engagé : les empreintes de chaque entrée et un point de contrôle par édition. Ils doivent concorder, sinon les éditions suivantes contrediraient les précédentes. Rien dans ce dossier n’est à modifier à la main.
draft =
    .message = L’archive a changé depuis l’édition { $number }. C’est une version provisoire jusqu’au prochain `greffe seal`.
    .hint = Rien à faire tant que vous travaillez. Quand l’archive est comme vous la voulez, scellez une édition avec `greffe seal`.
    .explain = Une édition scellée vaut pour chaque octet de l’archive. Les mêmes fichiers et la même version de greffe la redonnent ; un texte corrigé, un effacement ou une autre version de greffe ne la redonne pas, et le résultat dit que c’est une version provisoire.
bad-key =
    .message = Cette clé ne permet pas de signer : { $error }.
    .hint = Donnez une clé privée Ed25519 : d’OpenSSH (`ssh-keygen -t ed25519`), de minisign, ou PKCS#8 (`openssl genpkey -algorithm ed25519`).
    .explain = Une édition est signée avec une clé Ed25519 de la structure qui publie. Sa moitié publique est publiée dans key.txt ; la moitié privée reste chez la structure, hors de l’archive.
seal-date =
    .message = Une édition du { $value } serait plus ancienne que la dernière, du { $near }.
    .hint = Réglez l’horloge de cette machine ou donnez le jour : --date { $near }
    .explain = Les éditions sont scellées l’une après l’autre. Un jour antérieur à la dernière signifie que l’horloge a reculé, ou une erreur.
erase-unclear =
    .message = Une entrée de `erase` doit désigner une seule chose.
    .hint = Écrivez `contribution: proposal/12`, ou `comment: "77"`, ou `author: 5750c14d`, et la `date` de l’effacement.
    .explain = Chaque entrée de la liste `erase` de consultation.yaml efface une contribution, un commentaire, ou tout ce qu’a écrit une personne.
erase-unknown =
    .message = Une personne désignée par `erase` n’est dans aucun export.
    .hint = Recopiez le code affiché sur la page d’une de ses contributions. Si ses lignes ne sont déjà plus dans les fichiers exportés, désignez ses contributions une par une.
    .explain = Rien n’a été effacé pour cette entrée : personne dans les exports n’a ce code, ce nom ou ce compte.

## Ce que dit verify

no-archive =
    .message = Il n’y a pas d’archive à vérifier ici : { $error }.
    .hint = Donnez le dossier qui contient index.html et SHA256SUMS, un ZIP de ce dossier, ou un sac BagIt.
    .explain = `greffe verify` lit une archive fabriquée : son dossier, un fichier ZIP de ce dossier, ou un sac tel que le fait `greffe pack --format bagit`.
sums-missing =
    .message = La liste des empreintes (SHA256SUMS) manque ou est abîmée : { $detail }. Sans elle, on ne peut pas savoir si un fichier a changé.
    .hint = Reprenez toute l’archive là où elle a été publiée, ou relancez `greffe build`.
    .explain = SHA256SUMS donne le SHA-256 de chaque fichier d’une archive. Sans elle, personne ne peut dire si un fichier a changé.
file-changed =
    .message = Ce fichier a changé depuis sa publication.{ $detail-tail }
    .hint = Comparez-le avec une copie venue d’ailleurs. Si l’archive est la vôtre, `greffe build` le refait.
    .explain = L’empreinte du fichier n’est pas celle que donne SHA256SUMS ou le manifeste du sac : au moins un octet diffère.
file-absent =
    .message = Ce fichier a été publié et n’est plus là.
    .hint = Reprenez-le d’une autre copie. Si l’archive est la vôtre, `greffe build` le refait.
    .explain = SHA256SUMS nomme ce fichier, et il n’est pas dans l’archive.
file-unknown =
    .message = Ce fichier ne fait pas partie de l’archive.
    .hint = Retirez-le, ou demandez qui l’a mis là.
    .explain = Le fichier est dans l’archive et SHA256SUMS ne le nomme pas : il a été ajouté après `greffe build`.
log-broken =
    .message = Le registre est illisible : { $detail }.
    .hint = Reprenez le dossier log/ d’une autre copie de l’archive.
    .explain = Le registre d’une consultation contient une entrée par ligne dans entries.jsonl, les sels qui les ouvrent dans salts.jsonl, et son point de contrôle. L’un d’eux manque ou a une autre forme.
root-differs =
    .message = Le registre a été modifié : son contenu ne correspond pas à son empreinte.
    .hint = Une entrée a été modifiée, ajoutée ou retirée. Comparez le registre à une autre copie.
    .explain = La racine de Merkle des entrées n’est pas celle du point de contrôle : le registre n’est pas celui qui a été publié.
edition-differs =
    .message = Le registre n’est plus la suite de cette édition : quelque chose de scellé a été changé.{ $detail-tail }
    .hint = Comparez cette édition avec la copie que d’autres conservent.
    .explain = Chaque édition d’un registre commence par la précédente. Ici, le point de contrôle d’une édition scellée ou la preuve qui mène à la suivante ne tient pas.
edition-missing =
    .message = L’archive n’a pas d’édition qu’une clé aurait pu signer.{ $detail-tail }
    .hint = Demandez une copie scellée à la structure qui publie ; ne faites pas confiance à celle-ci à cause de sa clé.
    .explain = Avec `--key`, edition.txt doit être là et porter une signature : il porte l’empreinte de chaque fichier. Les archives scellées par greffe avant que ce fichier existe n’ont que des registres signés, qui ne disent rien des pages, des listes ni des autres tables ; et une archive dont edition.txt a été supprimé a le même aspect.
edition-draft =
    .message = C’est une version provisoire : personne ne l’a signée.
    .hint = Demandez la dernière édition scellée à la structure qui publie.
    .explain = edition.txt dit que quelque chose a changé depuis la dernière édition scellée. Une version provisoire n’est pas une faute en soi ; avec `--key`, seule une édition signée convient.
consultation-unknown =
    .message = L’édition ne parle pas de cette consultation, ou l’archive ne l’a pas.{ $detail-tail }
    .hint = Comparez-la avec la copie que d’autres gardent.
    .explain = edition.txt nomme le registre de chaque consultation. L’une a été ajoutée après coup, ou retirée.
signature-wrong =
    .message = La signature n’est pas valable.{ $detail-tail }
    .hint = Comparez la clé de signature avec celle que la structure a fait connaître ailleurs ; ne vous fiez pas à cette copie.
    .explain = Une édition a été signée avec la clé de la structure qui publie. Soit le point de contrôle a été modifié, soit une autre clé a pris la place de la bonne.
row-differs =
    .message = Cette cellule ne correspond pas au registre.
    .hint = La table ou le registre a été modifié. Comparez les deux à une autre copie.
    .explain = Chaque contribution a une entrée au registre : comptes et dates tels quels, textes et noms sous forme d’engagements salés. La cellule de contributions.csv ne concorde pas.
row-missing =
    .message = Cette contribution est dans le registre, mais pas dans la table.
    .hint = Une ligne a été retirée. Comparez la table à une autre copie.
    .explain = Chaque entrée de contribution en vigueur doit avoir sa ligne dans contributions.csv.
entry-missing =
    .message = Cette contribution est dans la table, mais pas dans le registre.{ $detail-tail }
    .hint = Une ligne a été ajoutée. Comparez la table à une autre copie.
    .explain = Chaque ligne de contributions.csv doit avoir son entrée au registre, une seule fois.
table-differs =
    .message = Cette table ne correspond pas au registre.{ $detail-tail }
    .hint = La table a été modifiée après sa publication. Comparez-la à une autre copie.
    .explain = La dernière entrée du registre porte l’empreinte de chaque table CSV de la consultation.
score-differs =
    .message = Le score ne correspond pas aux votes : il devrait être { $detail }.
    .hint = Le score, ou ce dont il est fait, a été modifié.
    .explain = Les scores sont recalculés à partir des autres colonnes de contributions.csv, selon la formule de la page « Méthode ».
rank-differs =
    .message = Le rang ne correspond pas aux scores : il devrait être { $detail }.
    .hint = Le rang, ou un score, a été modifié.
    .explain = Un rang est un de plus que le nombre de contributions de même nature au score plus élevé.
ranking-differs =
    .message = Ce fichier ne dit pas ce qui a été calculé : { $detail }.
    .hint = Le fichier a été modifié, ou fait à partir d’autres données.
    .explain = rankings/<id>.json répète chaque nombre dont un classement est fait ; il doit concorder avec contributions.csv.
count-differs =
    .message = Ce fichier n’a pas les lignes ou les sommes de la table CSV.{ $detail-tail }
    .hint = L’un des deux a été modifié. Comparez-les à une autre copie.
    .explain = La même table en CSV, JSON, JSON Lines et Parquet doit avoir autant de lignes et les mêmes sommes dans ses colonnes de nombres entiers.
page-differs =
    .message = Cette page ne correspond pas au registre : { $detail }.
    .hint = La page a été modifiée ou manque. Si l’archive est la vôtre, `greffe build` la refait.
    .explain = La page d’une contribution porte son entrée du registre et montre les nombres de sa ligne.
interrupted =
    .message = La mise en place du site a été interrompue : une partie des fichiers est ancienne, l’autre nouvelle.
    .hint = Lancez `greffe build` : elle termine la mise en place.
    .explain = greffe note ce qu’il va déplacer avant de commencer. Le journal est encore là : des fichiers sont de l’ancienne archive, d’autres de la nouvelle.

personal-found =
    .message = Des textes semblent contenir des données personnelles ({ personal-kind }) : { $example }
    .hint = Regardez la liste dans .greffe/privacy/ et décidez : `privacy: {"{"} personal: mask {"}"}` masque ces données, `erase:` efface une contribution ; ce qui est déjà public peut rester.
    .explain = Les textes libres sont parcourus à la recherche d’adresses électroniques, téléphones, numéros de sécurité sociale, numéros d’identité, comptes bancaires, cartes, adresses postales, plaques et adresses IP. Chaque trouvaille est dans une liste qui n’est pas publiée. Les règles peuvent se tromper dans les deux sens : une personne doit regarder.
places-listed =
    .message =
        { $count ->
            [one] { $count } adresse postale figure dans un texte et y a été laissée : « { $example } ».
           *[other] { $count } adresses postales figurent dans des textes et y ont été laissées, comme dans « { $example } ».
        }
    .hint = Parcourez `.greffe/privacy/` : si l’une est le domicile de quelqu’un, corrigez ou effacez ce texte.
    .explain = Une adresse n’est masquée que là où le texte dit qu’elle est celle de la personne qui écrit : la plupart des propositions parlent d’un lieu. Les autres sont listées pour vous seul.
personal-as-sealed =
    .message = Cette archive a des éditions et ne dit pas que faire des données personnelles dans les textes : elles restent comme scellées, listées et non masquées.
    .hint = Écrivez `privacy: {"{"} personal: mask {"}"}` (ou `report`) ; le prochain `greffe seal` scelle alors une édition de ce que cela donne.
    .explain = Les nouvelles archives masquent les adresses électroniques, numéros de téléphone et semblables dans ce que les participants ont écrit. Une archive scellée garde ce à quoi ses éditions se sont engagées, jusqu’à ce que la structure qui publie décide.
personal-masked =
    .message = Des données personnelles ont été masquées dans des textes ({ personal-kind }) : { $example }
    .hint = La liste est dans .greffe/privacy/. Parcourez-la : les règles peuvent se tromper dans les deux sens.
    .explain = Avec `privacy: {"{"} personal: mask {"}"}`, chaque trouvaille est remplacée par un mot entre crochets, sur les pages et dans toutes les données. Leur liste n’est pas publiée.
personal-refused =
    .message = Des textes contiennent des données personnelles ({ personal-kind }), et `privacy: {"{"} personal: fail {"}"}` interdit de les publier : { $example }
    .hint = Regardez la liste dans .greffe/privacy/ ; puis masquez-les, effacez les contributions, ou choisissez `report`.
    .explain = Avec `privacy: {"{"} personal: fail {"}"}`, rien n’est publié tant qu’il reste une trouvaille.
still-in-source =
    .message = Ce qui a été effacé du site se trouve encore dans ce fichier exporté.
    .hint = Lancez `greffe clean-sources`, mettez ses copies à la place des exports, et conservez les originaux en lieu sûr, comme la loi le demande.
    .explain = `erase:` efface les textes de tout ce qui est publié ; l’export lui-même n’est jamais modifié. Tant que le texte y est, quiconque a le dossier a le texte.
still-in-text =
    .message = Ce fichier contient encore des mots de ce qui a été effacé : « { $example } »
    .hint = Retirez la citation.
    .explain = Synthèses, ateliers, fiches et documents sont publiés tels qu’ils sont écrits. Huit mots consécutifs d’un texte effacé, ou le nom d’une personne effacée, ont été trouvés dans celui-ci.
kept-texts =
    .message = Des textes d’autres personnes contiennent les mêmes mots que ce qui a été effacé : { $example }
    .hint = Voyez s’ils le citent ; effacez-les aussi dans ce cas.
    .explain = Un effacement ôte un texte. D’autres ont pu écrire la même phrase, ou la citer : leurs textes sont gardés, et nommés ici par nature et numéro.
tracked-personal =
    .message = Ce fichier exporté est enregistré dans Git, et il contient des colonnes personnelles : { $columns }
    .hint = Retirez-le de la gestion de versions (`git rm --cached`), ou gardez la copie que fait `greffe clean-sources`.
    .explain = Ce qui entre une fois dans un dépôt reste dans son historique, et les dépôts sont souvent publics. Les exports bruts contiennent des adresses électroniques, des noms et plus encore.
content-changed =
    .message = Ce fichier a changé pendant que greffe fabriquait le site.
    .hint = Relancez la commande. Rien n’a été écrit.
    .explain = greffe lit certains fichiers plusieurs fois. Si l’un change entre-temps, pages et données pourraient se contredire : l’ancienne archive reste donc en place.
not-cleaned =
    .message = Ce fichier exporté n’a pas été nettoyé : { said-error }.
    .hint = Gardez-le hors de la gestion de versions et des lieux publics.
    .explain = `greffe clean-sources` copie les fichiers CSV ligne à ligne. Les exports en JSON, XML, classeurs ou ZIP et les listes de personnes n’ont pas de copie nettoyée : gardez-les là où seule la structure qui publie lit.
pack-exists =
    .message = Ce nom est déjà pris.
    .hint = Choisissez un autre nom avec --to, ou retirez l’ancien paquet.
    .explain = Un paquet est fait à neuf, jamais dans un dossier ou fichier existant.
backslash-name =
    .message = Le nom de ce fichier ou de ce dossier contient une barre oblique inversée (\).
    .hint = Renommez-le : une lettre, un trait d’union ou un espace à la place de chaque barre oblique inversée.
    .explain = Une barre oblique inversée est une lettre d’un nom sur certains systèmes et sépare des dossiers sur d’autres : le fichier y serait un autre, peut-être hors de l’archive. greffe s’est arrêté avant de le lire.
special-file =
    .message = Ce n’est ni un fichier ni un dossier.
    .hint = Sortez-le de l’archive : les tubes, les prises et les périphériques ne sont jamais lus.
    .explain = Lire un tube ou un périphérique peut ne jamais finir, et ce qu’il donne n’est sur aucun disque. greffe s’est arrêté avant de lire quoi que ce soit.
journal =
    .message = { $error ->
        [output] Une mise en place interrompue vers un autre dossier de sortie attend d’être terminée.
        [path] Le journal d’une mise en place interrompue mène hors de l’archive, ou à un lien : il n’a pas été suivi.
       *[other] Ce n’est pas un journal de greffe ({ $error }) : il n’a pas été suivi.
    }
    .hint = { $error ->
        [output] Relancez `greffe build` avec le même `--out` qu’alors ; ou, si ce site ne sert plus, supprimez ce fichier.
       *[other] Si vous ne l’avez pas écrit et que l’archive est sûre, supprimez ce fichier et relancez `greffe build`.
    }
    .explain = `.greffe/journal.json` dit quels fichiers une mise en place interrompue doit encore déplacer dans son dossier de sortie. Il ne contient que des noms : leur place découle de l’archive et de `--out`. Tout ce qui toucherait un autre endroit est refusé, et rien n’a été changé.
link =
    .message = C’est un lien vers un autre endroit du disque.
    .hint = Mettez-y le fichier lui-même : les liens ne sont pas suivis.
    .explain = Les liens ne sont pas suivis : un dossier dépaqueté pourrait mener à des fichiers que personne ne voulait publier.
