import { agentParts, webhookParts } from "./change-java-agent.ts";
import type { ChangeTemplate, Details } from "./change-parts.ts";

/** A service in Java: an agent that books, with a webhook of the model's provider. */
export const javaChange = (names: Details): ChangeTemplate => {
  const { thing, Thing, host, seconds } = names;
  return {
    title: `Agent for ${thing}s: tools, webhook, invites`,
    says: `The agent may move and cancel ${thing}s and invite a companion. The provider calls us back when a long run is finished. Generated with an assistant from the ticket; compiled, tested by hand.`,
    files: [
      {
        path: `src/main/java/agent/${Thing}Controller.java`,
        language: "java",
        parts: [
          `
+package agent;
+
+import java.security.SecureRandom;
+import java.util.Base64;
+import java.util.List;
+import java.util.Map;
+import java.util.Random;
+import org.springframework.http.ResponseEntity;
+import org.springframework.web.bind.annotation.*;
+
+@RestController
+@RequestMapping("/${thing}s")
+class ${Thing}Controller {
+  private static final SecureRandom SECURE = new SecureRandom();
+  private static final Random SIMPLE = new Random();
+
+  private final ${Thing}Store store;
+  private final Session session;
+  private final Mailer mailer;
+
+  ${Thing}Controller(${Thing}Store store, Session session, Mailer mailer) {
+    this.store = store;
+    this.session = session;
+    this.mailer = mailer;
+  }
+
`,
          {
            id: "rights",
            problems: ["rights"],
            attack: `Everybody who is signed in cancels any ${thing}: that somebody is signed in does not say that it is theirs.`,
            sound: `
+  @PostMapping("/{id}/cancel")
+  ResponseEntity<?> cancel(@PathVariable long id) {
+    var person = session.person();
+    var found = store.find(id);
+    if (found.isEmpty() || !found.get().isOf(person)) return notFound();
+    store.cancel(found.get());
+    return ResponseEntity.ok(Map.of("cancelled", id));
+  }
`,
            weak: `
+  @PostMapping("/{id}/cancel")
+  ResponseEntity<?> cancel(@PathVariable long id) {
+    var person = session.person();
+    var found = store.find(id);
+    if (found.isEmpty() || person.isEmpty()) return notFound();
+    store.cancel(found.get());
+    return ResponseEntity.ok(Map.of("cancelled", id));
+  }
`,
          },
          `
+
+  @GetMapping("/mine")
+  List<${Thing}> mine(@RequestParam(defaultValue = "date") String order) {
+    return store.of(session.person().orElseThrow(), order);
+  }
+
`,
          {
            id: "token",
            problems: ["crypto"],
            attack:
              "The invitation's token comes from a generator that can be predicted after a few outputs. Whoever gets one invitation makes others.",
            sound: `
+  @PostMapping("/{id}/invites")
+  ResponseEntity<?> invite(@PathVariable long id, @RequestBody Invite invite) {
+    var found = store.find(id).filter(one -> one.isOf(session.person()));
+    if (found.isEmpty()) return notFound();
+    var token = new byte[24];
+    SECURE.nextBytes(token);
+    mailer.invite(found.get(), invite.address(), Base64.getUrlEncoder().encodeToString(token));
+    return ResponseEntity.accepted().build();
+  }
`,
            weak: `
+  @PostMapping("/{id}/invites")
+  ResponseEntity<?> invite(@PathVariable long id, @RequestBody Invite invite) {
+    var found = store.find(id).filter(one -> one.isOf(session.person()));
+    if (found.isEmpty()) return notFound();
+    var token = new byte[24];
+    SIMPLE.nextBytes(token);
+    mailer.invite(found.get(), invite.address(), Base64.getUrlEncoder().encodeToString(token));
+    return ResponseEntity.accepted().build();
+  }
`,
          },
          `
+
+  @GetMapping("/{id}/suggestions")
+  List<String> suggestions(@PathVariable long id) {
+    var found = store.find(id).filter(one -> one.isOf(session.person()));
`,
          {
            odd: "random-order",
            fine: "Only the order of suggestions on the page is random. Whoever guesses it knows an order.",
            text: `
+    var list = found.map(Suggestions::near).orElse(List.of());
+    // The same first place for everybody would be unfair to the others.
+    java.util.Collections.shuffle(list, SIMPLE);
`,
          },
          `
+    return list.stream().limit(5).toList();
+  }
+
+  private static ResponseEntity<?> notFound() {
+    return ResponseEntity.status(404).body(Map.of("error", "not found"));
+  }
+}
`,
        ],
      },
      {
        path: `src/main/java/agent/${Thing}Store.java`,
        language: "java",
        parts: [
          `
 package agent;
 
 import java.util.List;
 import java.util.Map;
 import org.springframework.jdbc.core.simple.JdbcClient;
 
 class ${Thing}Store {
+  private static final Map<String, String> ORDERS =
+      Map.of("date", "starts_at", "title", "title", "price", "price DESC");
+
   private final JdbcClient database;
 
`,
          {
            id: "order",
            problems: ["sql"],
            attack:
              "The order comes from the address of the page and goes into the statement as it is. ORDER BY takes whole expressions, and with them questions about other tables.",
            sound: `
+  List<${Thing}> of(Person person, String order) {
+    var column = ORDERS.getOrDefault(order, "starts_at");
+    return database
+        .sql("SELECT * FROM ${thing}s WHERE person = ? ORDER BY " + column + " LIMIT 200")
+        .param(person.id())
+        .query(${Thing}.class)
+        .list();
+  }
`,
            weak: `
+  List<${Thing}> of(Person person, String order) {
+    var column = ORDERS.getOrDefault(order, order);
+    return database
+        .sql("SELECT * FROM ${thing}s WHERE person = ? ORDER BY " + column + " LIMIT 200")
+        .param(person.id())
+        .query(${Thing}.class)
+        .list();
+  }
`,
          },
          `
 }
`,
        ],
      },
      {
        path: "src/main/java/agent/AgentTools.java",
        language: "java",
        parts: agentParts(names),
      },
      {
        path: "src/main/java/agent/ProviderWebhook.java",
        language: "java",
        parts: webhookParts(names),
      },
      {
        path: "src/main/resources/application.yaml",
        language: "yaml",
        parts: [
          `
 agent:
+  provider: https://models.${host}
+  timeout: ${seconds}s
+  steps-max: 6
`,
          {
            id: "secret",
            problems: ["secret"],
            attack:
              "The secret that webhooks are checked with has a value to fall back on, for everybody who reads the repository. Where the setting is missing, anybody can sign.",
            sound: `
+  webhook-secret: \${AGENT_WEBHOOK_SECRET}
+  model-key: \${AGENT_MODEL_KEY}
`,
            weak: `
+  webhook-secret: \${AGENT_WEBHOOK_SECRET:3f9ad1c07b5e}
+  model-key: \${AGENT_MODEL_KEY}
`,
          },
        ],
      },
    ],
  };
};
