# Die Stellenanzeigen, und eine davon.

job-posts-none = Noch keine Stellenanzeigen
job-posts-none-text = Aus einem abgeschlossenen Gespräch wird eine Stellenanzeige.
job-post-revision = Fassung
job-post-revision-of = Fassung { $revision }
job-post-revisions = Fassungen
job-post-published = Veröffentlicht
job-post-delivery = Zustellung
job-post-delivered-at = Angekommen
job-post-not-delivered = kein Ziel
job-post-external = Kennung dort
job-post-conversation = Gespräch öffnen
job-post-compliance = Regeln zu Wortwahl und Gehalt
job-post-files = Herunterladen
job-post-delete-title = Diese Stellenanzeige löschen?
job-post-delete-text = Die Anzeige und was davon gesendet wurde sind endgültig fort. Kopien in Ihren eigenen Systemen bleiben; der Webhook job_post.deleted meldet es ihnen.
publication-error-refused = Ihr System hat sie abgelehnt.
publication-error-unexpected-answer = Ihr System hat weder Ja noch Nein geantwortet.
publication-error-unavailable = Ihr System ist zurzeit nicht verfügbar. Es wird erneut versucht.
publication-error-no-answer = Ihr System hat nicht geantwortet.
publication-error-not-sent = Wegen eines Fehlers hier konnte sie nicht gesendet werden.
publication-error-target-removed = Das Veröffentlichungsziel wurde vor der Ankunft entfernt.
problem-being-sent = Ein Versuch läuft. Warten Sie sein Ende ab und senden Sie dann erneut.
problem-target-removed = Es gibt kein Veröffentlichungsziel mehr.
